package dev.atlas.application.shadow;

import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.PortCalls;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Unordered;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work asked a port. It can be asked again of any store, which has no other effect than the answer.
 *
 * @param kind the name of the kind it is about
 * @param port the method of {@link Repositories} that hands the port out
 */
record Question(String kind, Method port, Method operation, List<@Nullable Object> arguments) {

    /** Null if two stores that hold the same need not answer the same. */
    static @Nullable Question of(Method port, Method operation, @Nullable Object @Nullable [] arguments) {
        String kind = PortKinds.of(port);
        return kind == null || operation.isAnnotationPresent(Unordered.class)
                ? null
                : new Question(kind, port, operation, kept(arguments));
    }

    /** Whoever asks may go on changing a collection. */
    private static List<@Nullable Object> kept(@Nullable Object @Nullable [] arguments) {
        List<@Nullable Object> kept = new ArrayList<>(arguments == null ? List.of() : Arrays.asList(arguments));
        kept.replaceAll(each -> each instanceof Collection<?> several ? List.copyOf(several) : each);
        return Collections.unmodifiableList(kept);
    }

    Answer ask(Repositories repositories) {
        try {
            return Answer.of(PortCalls.call(PortCalls.call(repositories, port), operation, arguments.toArray()));
        } catch (DamagedRecord e) {
            return new Answer.Unreadable(e.column());
        }
    }

    /** The port and its method, without what was asked for. */
    String name() {
        return port.getName() + "." + operation.getName();
    }
}
