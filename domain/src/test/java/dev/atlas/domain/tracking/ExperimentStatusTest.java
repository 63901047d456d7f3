package dev.atlas.domain.tracking;

import static dev.atlas.domain.tracking.ExperimentStatus.COMPLETED;
import static dev.atlas.domain.tracking.ExperimentStatus.FAILED;
import static dev.atlas.domain.tracking.ExperimentStatus.RUNNING;
import static dev.atlas.domain.tracking.ExperimentStatus.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.InvalidValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExperimentStatusTest {

    private static final Instant LATER = Samples.START.plusSeconds(60);

    /* Running may become anything else, stopped may run again, and what is completed or failed stays so. */
    @Test
    void theLegalMovesAreTheseAndNoOthers() {
        Map<ExperimentStatus, List<ExperimentStatus>> legal = Map.of(
                RUNNING, List.of(COMPLETED, FAILED, STOPPED),
                STOPPED, List.of(RUNNING),
                COMPLETED, List.of(),
                FAILED, List.of());
        for (ExperimentStatus from : ExperimentStatus.values()) {
            assertThat(Arrays.stream(ExperimentStatus.values()).filter(from::mayBecome))
                    .as("from %s", from)
                    .containsExactlyElementsOf(legal.get(from));
        }
    }

    @Test
    void anEndIsSetByEndingAndClearedByResuming() {
        Experiment running = Samples.experiment(1, "{}");
        Experiment stopped = running.moved(STOPPED, null, LATER);
        assertThat(stopped.endTime()).isEqualTo(LATER);
        assertThat(stopped.updatedAt()).isEqualTo(LATER);
        assertThat(running.moved(FAILED, Samples.START, LATER).endTime()).isEqualTo(Samples.START);
        assertThat(stopped.moved(RUNNING, null, LATER).endTime()).isNull();
    }

    @Test
    void anIllegalMoveIsNone() {
        Experiment completed = Samples.experiment(1, "{}").moved(COMPLETED, null, LATER);
        assertThatThrownBy(() -> completed.moved(RUNNING, null, LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatRunsHasNoEnd() {
        Experiment stopped = Samples.experiment(1, "{}").moved(STOPPED, null, LATER);
        assertThatThrownBy(() -> stopped.moved(RUNNING, LATER, LATER))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo("end_time"));
    }
}
