package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.model.RandomOperations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done, in whatever order, all engines answer as one model does, and then hold the same. A failure prints the
 * seed and a short sequence that fails as well; {@code -Datlas.test.seed=SEED} does the same again.
 */
@Timeout(900)
class RandomOperationsTest {

    private static final int OPERATIONS = 10_000;
    private static final int FEW_OPERATIONS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void all_engines_answer_as_the_model_does_and_hold_the_same() {
        new RandomOperations(
                        Engines.all(),
                        engine -> Engines.open(Engines.url(engine, folder)),
                        RandomOperations.anySeed(),
                        PATIENCE)
                .run(OPERATIONS);
    }

    @Test
    void a_store_that_loses_something_is_found_and_a_short_sequence_shows_it() {
        RandomOperations random = new RandomOperations(
                List.of("sqlite"),
                engine -> new LosingStorage(Engines.open(Engines.url(engine, folder)), "roles"),
                7,
                PATIENCE);
        assertThatThrownBy(() -> random.run(FEW_OPERATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed 7, after")
                .hasMessageContaining("sqlite: ")
                .hasMessageContaining("Add[port=roles")
                .hasMessageMatching("(?s).*comes of these [1-5] operations alone.*");
    }
}
