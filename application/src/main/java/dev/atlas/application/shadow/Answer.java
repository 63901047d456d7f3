package dev.atlas.application.shadow;

import dev.atlas.application.storage.Keys;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a port answered; two answers are equal if nobody who asks could tell them apart. */
sealed interface Answer {

    /**
     * Aggregates, in the order of the answer.
     *
     * @param next where the list goes on; null if it does not
     */
    record Found(List<?> aggregates, @Nullable Object next) implements Answer {

        @Override
        public List<RecordKey> keys(Kind kind) {
            return aggregates.stream().map(each -> key(kind, each)).toList();
        }

        @Override
        public ShownAnswer shown(Kind kind) {
            return new ShownAnswer.Found(keys(kind).stream().map(Keys::text).toList(), next != null);
        }

        /** The first component of an aggregate is its key, and its text is that of the stored one. */
        private static RecordKey key(Kind kind, Object aggregate) {
            RecordComponent key = aggregate.getClass().getRecordComponents()[0];
            try {
                return Keys.parse(kind, String.valueOf(key.getAccessor().invoke(aggregate)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(aggregate.getClass() + " must be a public record", e);
            }
        }
    }

    /** Yes or no. */
    record Said(boolean value) implements Answer {
        @Override
        public ShownAnswer shown(Kind kind) {
            return new ShownAnswer.Said(value);
        }
    }

    /** There is a record of which this column cannot be read. */
    record Unreadable(String column) implements Answer {
        @Override
        public ShownAnswer shown(Kind kind) {
            return new ShownAnswer.Unreadable(column);
        }
    }

    static Answer of(@Nullable Object value) {
        return switch (value) {
            case Boolean yes -> new Said(yes);
            case Optional<?> one -> new Found(one.stream().toList(), null);
            case Slice<?> page -> new Found(page.items(), page.next());
            case Collection<?> several -> new Found(List.copyOf(several), null);
            case null, default -> throw new IllegalStateException("ports give no answers such as " + value);
        };
    }

    /** The keys of the records in it, in their order. */
    default List<RecordKey> keys(Kind kind) {
        return List.of();
    }

    /** What people may see of it. */
    ShownAnswer shown(Kind kind);
}
