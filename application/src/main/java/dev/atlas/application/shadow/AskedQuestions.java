package dev.atlas.application.shadow;

import dev.atlas.domain.storage.PortCalls;
import dev.atlas.domain.storage.Repositories;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notes what one unit of work asks and is answered, as far as that can be compared. For the thread of the unit. */
final class AskedQuestions {

    private final List<Asked> noted = new ArrayList<>();
    private final int most;
    private int missed;

    /** @param most how many are noted */
    AskedQuestions(int most) {
        this.most = most;
    }

    /** The same repositories, with everything that is asked of them noted. */
    Repositories of(Repositories repositories) {
        return PortCalls.through(repositories, this::answer);
    }

    private @Nullable Object answer(
            Method port, Method operation, @Nullable Object @Nullable [] arguments, Supplier<@Nullable Object> call) {
        Object value = call.get();
        Question question = Question.of(port, operation, arguments);
        if (question != null && noted.size() < most) {
            noted.add(new Asked(question, Answer.of(value)));
        } else if (question != null) {
            missed++;
        }
        return value;
    }

    List<Asked> noted() {
        return List.copyOf(noted);
    }

    /** How many were not noted, as there were too many. */
    int missed() {
        return missed;
    }
}
