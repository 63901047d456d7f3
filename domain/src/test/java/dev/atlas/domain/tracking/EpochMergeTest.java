package dev.atlas.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.InvalidValue;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What logging an epoch again does to what is there. */
class EpochMergeTest {

    private static final Instant LATER = Samples.START.plusSeconds(60);
    private static final EpochTiming TIMING = EpochTiming.lasting(3300.0);
    private static final EpochMemory MEMORY = new EpochMemory(1.0, 2.0, 3.0);

    private final Epoch first = Epoch.first(
            Samples.id(1),
            Samples.id(2),
            new EpochEntry(2, metrics("val_loss", 0.15, "train_loss", 0.11), TIMING, MEMORY, null),
            Samples.START);

    @Test
    void givenMetricsReplaceAllOfThem() {
        Epoch again = first.mergedWith(new EpochEntry(2, metrics("val_loss", 0.14), null, null, null), LATER);
        assertThat(again.metrics()).isEqualTo(Map.of("val_loss", 0.14));
    }

    @Test
    void whatIsNotGivenStaysButTheTime() {
        Epoch again = first.mergedWith(new EpochEntry(2, null, null, null, null), LATER);
        assertThat(again.metrics()).isEqualTo(first.metrics());
        assertThat(again.timing()).isEqualTo(TIMING);
        assertThat(again.memory()).isEqualTo(MEMORY);
        assertThat(again.timestamp()).isEqualTo(LATER);
    }

    @Test
    void givenTimingMemoryAndTimeReplaceWhole() {
        EpochTiming speed = new EpochTiming(null, 32.5, null, null, null);
        Epoch again = first.mergedWith(
                new EpochEntry(2, null, speed, new EpochMemory(9.0, null, null), Samples.START.plusSeconds(1)), LATER);
        assertThat(again.timing()).isEqualTo(speed);
        assertThat(again.memory()).isEqualTo(new EpochMemory(9.0, null, null));
        assertThat(again.timestamp()).isEqualTo(Samples.START.plusSeconds(1));
        assertThat(again.id()).isEqualTo(first.id());
    }

    /* Metrics may be anything a double can be; times and memory may not. */
    @Test
    void onlyMetricsMayBeNoNumber() {
        SortedMap<String, Double> wild = metrics("nan", Double.NaN, "inf", Double.NEGATIVE_INFINITY);
        assertThat(first.mergedWith(new EpochEntry(2, wild, null, null, null), LATER)
                        .metrics())
                .isEqualTo(wild);
        assertThatThrownBy(() -> EpochTiming.lasting(Double.NaN)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new EpochMemory(-1.0, null, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new EpochEntry(-1, null, null, null, null)).isInstanceOf(InvalidValue.class);
    }

    private static SortedMap<String, Double> metrics(Object... pairs) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            metrics.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return metrics;
    }
}
