package dev.atlas.contract.model;

import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work came to.
 *
 * @param answers those of its operations, in their order, up to the one that failed
 * @param failure why it left nothing, or null if all of it is kept
 */
record Outcome(List<@Nullable Object> answers, @Nullable RuntimeException failure) {

    /** Where what a store made of {@code unit} is not what this outcome, the model's, allows. */
    List<String> differences(UnitOfWork unit, Outcome store) {
        List<String> differences = new ArrayList<>();
        if (!allows(store.failure)) {
            differences.add("expected " + failure + " but it was " + store.failure + " of " + unit);
        }
        for (int i = 0; i < Math.min(answers.size(), store.answers.size()); i++) {
            Operation operation = unit.operations().get(i);
            if (!operation.allows(answers.get(i), store.answers.get(i))) {
                differences.add(operation + " answered " + store.answers.get(i) + " where the model says "
                        + answers.get(i) + ", in " + unit);
            }
        }
        return differences;
    }

    private boolean allows(@Nullable RuntimeException actual) {
        return switch (failure) {
            case Refused refused ->
                actual instanceof Conflict conflict && refused.rules().contains(conflict.rule());
            case null -> actual == null;
            default -> actual != null && failure.getClass() == actual.getClass();
        };
    }
}
