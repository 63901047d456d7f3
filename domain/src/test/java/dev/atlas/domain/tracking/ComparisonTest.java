package dev.atlas.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Experiment one =
            Samples.experiment(1, Samples.START, "{\"lr\":0.002,\"prefetch\":null,\"amp\":true}", "{\"loss\":0.5}");
    private final Experiment two =
            Samples.experiment(2, Samples.START, "{\"lr\":0.002,\"crop\":2.0,\"amp\":true}", "{\"loss\":0.5}");
    private final Experiment three = Samples.experiment(
            3, Samples.START, "{\"lr\":0.002,\"crop\":2,\"prefetch\":4,\"amp\":true}", "{\"loss\":0.4,\"acc\":1}");

    /* The order is that of the question, whatever the store says first; who is asked for twice comes once. */
    @Test
    void rowsAreInTheOrderAskedForAndTheMissingAreNamed() {
        Id<Experiment> unknown = Samples.id(9);
        Comparison comparison = Comparison.of(List.of(three.id(), unknown, one.id(), three.id()), List.of(one, three));
        assertThat(comparison.experiments()).containsExactly(three, one);
        assertThat(comparison.missing()).containsExactly(unknown);
    }

    /* What is equal everywhere is no difference; null is not absent, and 2.0 is not 2. */
    @Test
    void differencesTellNullFromAbsentAndNumbersAsWritten() {
        Comparison comparison = Comparison.of(List.of(one.id(), two.id(), three.id()), List.of(three, two, one));
        assertThat(comparison.config())
                .extracting(Comparison.Difference::member)
                .containsExactly("prefetch", "crop");
        assertThat(comparison.config().getFirst().values())
                .containsEntry(one.id(), new Json.Null())
                .containsEntry(three.id(), Json.Num.of(4))
                .doesNotContainKey(two.id());
        assertThat(comparison.config().getLast().values()).hasSize(2);
        assertThat(comparison.metrics())
                .extracting(Comparison.Difference::member)
                .containsExactly("loss", "acc");
    }

    @Test
    void oneAloneDiffersInNothing() {
        Comparison comparison = Comparison.of(List.of(one.id()), List.of(one));
        assertThat(comparison.config()).isEmpty();
        assertThat(comparison.metrics()).isEmpty();
    }
}
