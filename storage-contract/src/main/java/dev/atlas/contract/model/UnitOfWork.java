package dev.atlas.contract.model;

import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations that are done together.
 *
 * @param givenUp true if the unit throws after the last of them, so that nothing of it may remain
 */
public record UnitOfWork(List<Operation> operations, boolean givenUp) {

    /** What a unit that is given up throws. */
    static final class GivenUp extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    public UnitOfWork {
        operations = List.copyOf(operations);
    }

    Outcome on(Model model) {
        List<@Nullable Object> answers = new ArrayList<>();
        try {
            model.unit(repositories -> run(repositories, answers));
            return new Outcome(answers, null);
        } catch (Refused | GivenUp e) {
            return new Outcome(answers, e);
        }
    }

    Outcome on(Storage storage) {
        List<@Nullable Object> answers = new ArrayList<>();
        try {
            storage.write(repositories -> {
                answers.clear();
                return run(repositories, answers);
            });
            return new Outcome(answers, null);
        } catch (RuntimeException e) {
            return new Outcome(answers, e);
        }
    }

    private boolean run(Repositories repositories, List<@Nullable Object> answers) {
        operations.forEach(operation -> answers.add(operation.on(repositories)));
        if (givenUp) {
            throw new GivenUp();
        }
        return true;
    }

    /** An operation a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(givenUp ? "a unit that is given up:" : "a unit:");
        operations.forEach(operation -> text.append("\n    ").append(operation));
        return text.toString();
    }
}
