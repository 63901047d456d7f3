package dev.atlas.contract.model;

import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Question;
import dev.atlas.domain.storage.Repositories;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

    record Ask(Question question, List<@Nullable Object> arguments, boolean unordered) implements Operation {
        @Override
        public @Nullable Object on(Repositories repositories) {
            return question.ask(repositories, arguments.toArray());
        }
    }

    /** True if this is an answer that {@code expected}, which the model gave, allows. */
    default boolean allows(@Nullable Object expected, @Nullable Object answer) {
        if (this instanceof Ask ask
                && ask.unordered()
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
