package dev.atlas.contract.model;

import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Question;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One call of a port's method, made up before it is done. */
public sealed interface Operation {

    @Nullable
    Object on(Repositories repositories);

    record Add<K, A extends Record>(Port<K, A> port, A aggregate) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            return port.in(repositories).add(aggregate);
        }
    }

    record Replace<K, A extends Record>(Port<K, A> port, A aggregate) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            return port.in(repositories).replace(aggregate);
        }
    }

    record Remove<K, A extends Record>(Port<K, A> port, K key) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            return port.in(repositories).remove(key);
        }
    }

    record Find<K, A extends Record>(Port<K, A> port, K key) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            return port.in(repositories).find(key);
        }
    }

    record Ask(Question question, List<@Nullable Object> arguments) implements Operation {
        @Override
        public @Nullable Object on(Repositories repositories) {
            return question.ask(repositories, arguments.toArray());
        }
    }

    record Note(AuditEntry entry) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            repositories.auditTrail().add(entry);
            return entry;
        }
    }

    record Pass(String guard) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            repositories.guards().pass(guard);
            return guard;
        }
    }

    /** The keys behind a key. */
    record Scan(Kind kind, @Nullable RecordKey after, int limit) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            return repositories.records().scan(kind, after, limit).stream()
                    .map(StoredRecord::key)
                    .toList();
        }
    }

    record Count(Kind kind) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            return repositories.records().count(kind);
        }
    }

    /** Puts the records that are found into their own place. */
    record Rewrite(Kind kind, List<RecordKey> keys) implements Operation {
        @Override
        public Object on(Repositories repositories) {
            List<StoredRecord> found = repositories.records().find(kind, keys);
            repositories.records().put(kind, found);
            return found.stream().map(StoredRecord::key).collect(Collectors.toSet());
        }
    }

    /** True if this is an answer that {@code expected}, which the model gave, allows. */
    default boolean allows(@Nullable Object expected, @Nullable Object answer) {
        if (this instanceof Ask ask
                && ask.question().unordered()
                && expected instanceof List<?> all
                && answer instanceof List<?> some) {
            int limit = ask.arguments().stream()
                    .filter(Integer.class::isInstance)
                    .mapToInt(Integer.class::cast)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            return some.size() == Math.min(limit, all.size())
                    && Set.copyOf(some).size() == some.size()
                    && all.containsAll(some);
        }
        return Arrays.equals(new Object[] {expected}, new Object[] {answer});
    }
}
