package dev.atlas.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentMetricsTest {

    @Test
    void numbersAreKeptAsWritten() {
        String metrics = "{\"a.b\":1.50,\"$c\":9007199254740993,\"d\":\"NaN\",\"e\":\"-Infinity\",\"f\":null}";
        assertThat(Samples.experiment(1, metrics).metrics().text()).isEqualTo(metrics);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.5\"", "true", "[]", "{}", "\"nan\""})
    void whatIsNoNumberIsRefusedByName(String value) {
        assertThatThrownBy(() -> Samples.experiment(1, "{\"loss\":" + value + "}"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo("metrics.loss"));
    }
}
