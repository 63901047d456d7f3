package dev.atlas.contract;

import dev.atlas.contract.model.RandomOperations;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is done to an engine, in whatever order, it answers as maps in memory do. A failure prints the seed and a short
 * sequence that fails as well; {@code -Datlas.test.seed=SEED} does the same again.
 */
@Timeout(300)
abstract class ModelContract extends Concern {

    private static final int OPERATIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    ModelContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    @Test
    void an_engine_answers_as_its_model_does() {
        new RandomOperations(
                        List.of("this engine"),
                        engine -> harness().open(harness().emptyPlace()),
                        RandomOperations.anySeed(),
                        PATIENCE)
                .run(OPERATIONS);
    }
}
