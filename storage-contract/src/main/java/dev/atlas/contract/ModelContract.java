package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.model.Model;
import dev.atlas.contract.model.Operation;
import dev.atlas.contract.model.Operations;
import dev.atlas.contract.model.Refused;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is done to an engine, in whatever order, it answers as maps in memory do. A failure prints the seed;
 * {@code -Datlas.test.seed=SEED} does the same again.
 */
@Timeout(300)
abstract class ModelContract extends Concern {

    private static final int GIVEN_UP = 10;

    /** What a unit came to: its answers, or why there are none. */
    private record Outcome(
            List<@Nullable Object> answers, @Nullable RuntimeException failure) {}

    private static final class GivenUp extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    ModelContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    @Test
    void an_engine_answers_as_its_model_does() {
        long seed = Long.getLong("atlas.test.seed", System.nanoTime());
        Model model = new Model(read(each -> each.records().kinds()));
        Operations operations = new Operations(seed, model);
        int done = 0;
        while (done < harness().modelOperations()) {
            List<Operation> unit = operations.unit();
            boolean givenUp = operations.chance(GIVEN_UP);
            Outcome expected = onModel(model, unit, givenUp);
            Outcome actual = onEngine(unit, givenUp);
            int before = done;
            assertThat(differences(unit, expected, actual))
                    .as(() -> "seed " + seed + ", after " + before + " operations")
                    .isEmpty();
            done += unit.size();
        }
        Ports.all().forEach(port -> assertThat(count(port))
                .as(port.kind())
                .isEqualTo(model.rows(port).size()));
    }

    private static Outcome onModel(Model model, List<Operation> unit, boolean givenUp) {
        List<@Nullable Object> answers = new ArrayList<>();
        try {
            model.unit(each -> run(unit, each, answers, givenUp));
            return new Outcome(answers, null);
        } catch (Refused | GivenUp e) {
            return new Outcome(answers, e);
        }
    }

    private Outcome onEngine(List<Operation> unit, boolean givenUp) {
        List<@Nullable Object> answers = new ArrayList<>();
        try {
            storage().write(each -> {
                answers.clear();
                return run(unit, each, answers, givenUp);
            });
            return new Outcome(answers, null);
        } catch (Conflict | GivenUp e) {
            return new Outcome(answers, e);
        }
    }

    private static boolean run(
            List<Operation> unit, Repositories each, List<@Nullable Object> answers, boolean givenUp) {
        unit.forEach(operation -> answers.add(operation.on(each)));
        if (givenUp) {
            throw new GivenUp();
        }
        return true;
    }

    private static List<String> differences(List<Operation> unit, Outcome expected, Outcome actual) {
        List<String> differences = new ArrayList<>();
        if (!sameFailure(expected.failure(), actual.failure())) {
            differences.add("expected " + expected.failure() + " but it was " + actual.failure() + " of " + unit);
        }
        for (int i = 0; i < Math.min(expected.answers().size(), actual.answers().size()); i++) {
            Object wanted = expected.answers().get(i);
            Object answer = actual.answers().get(i);
            if (!unit.get(i).allows(wanted, answer)) {
                differences.add(unit.get(i) + " answered " + answer + " where the model says " + wanted);
            }
        }
        return differences;
    }

    private static boolean sameFailure(@Nullable RuntimeException expected, @Nullable RuntimeException actual) {
        return switch (expected) {
            case Refused refused ->
                actual instanceof Conflict conflict && refused.rules().contains(conflict.rule());
            case null -> actual == null;
            default -> actual != null && expected.getClass() == actual.getClass();
        };
    }

    private long count(Port<?, ?> port) {
        return read(each -> each.records().count(port.kindIn(each)));
    }
}
