package dev.atlas.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentLifecycleTest extends TrackingTest {

    @Test
    void anExperimentStartsRunningInTheNameOfItsCaller() {
        Experiment started = start("a");
        assertThat(started.status()).isEqualTo(ExperimentStatus.RUNNING);
        assertThat(started.createdBy()).isEqualTo("ann");
        assertThat(started.endTime()).isNull();
        assertThat(now(tracking.experiments().get(vic, started.id()))).isEqualTo(started);
    }

    @Test
    void stoppedRunsAgainAndLosesItsEnd() {
        Experiment stopped = move(start("a"), ExperimentStatus.STOPPED);
        assertThat(stopped.endTime()).isNotNull();
        Experiment resumed = move(stopped, ExperimentStatus.RUNNING);
        assertThat(resumed.endTime()).isNull();
        assertThat(resumed.startTime()).isEqualTo(stopped.startTime());
    }

    @Test
    void completedAndFailedAreFinal() {
        for (ExperimentStatus end : List.of(ExperimentStatus.COMPLETED, ExperimentStatus.FAILED)) {
            Experiment ended = move(start("a"), end);
            assertThat(move(ended, end)).as("nothing to do").isEqualTo(ended);
            assertRefused(
                    Refusal.WrongState.class, "experiment.illegal_status", () -> move(ended, ExperimentStatus.RUNNING));
        }
        assertRefused(Refusal.NotFound.class, "experiment.not_found", () -> tracking.lifecycle()
                .move(ann, test.foundation().ids().next(), StatusMove.to(ExperimentStatus.FAILED), null));
    }

    @Test
    void metricsArePatchedWithTheMove() {
        Experiment started = start("a", 1L, "{}", "{\"a\":1,\"b\":2}");
        StatusMove move = new StatusMove(ExperimentStatus.COMPLETED, null, json("{\"b\":null,\"c\":3.0}"));
        Experiment completed =
                tracking.lifecycle().move(ann, started.id(), move, 0L).value();
        assertThat(completed.metrics()).isEqualTo(json("{\"a\":1,\"c\":3.0}"));
        assertRefused(
                Refusal.Stale.class, "version.stale", () -> tracking.lifecycle().move(ann, started.id(), move, 0L));
    }

    @Test
    void anEndLiesAfterTheStart() {
        Experiment started = start("a");
        StatusMove before =
                new StatusMove(ExperimentStatus.FAILED, started.startTime().minusSeconds(1), Json.Obj.EMPTY);
        assertThatThrownBy(() -> tracking.lifecycle().move(ann, started.id(), before, null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new StatusMove(ExperimentStatus.RUNNING, started.startTime(), Json.Obj.EMPTY))
                .isInstanceOf(InvalidValue.class);
    }

    /* A continuation belongs to the project of its parent, and outlives it. */
    @Test
    void aParentIsOfTheSameProject() {
        Experiment parent = start("a");
        Experiment child = tracking.experiments()
                .start(ann, wanted(project.id(), "b", 1L, "{}", "{}", parent.id()))
                .value();
        assertThat(child.parentId()).isEqualTo(parent.id());
        tracking.experiments().delete(ann, parent.id(), null);
        assertThat(now(tracking.experiments().get(ann, child.id())).parentId()).isNull();
        assertThatThrownBy(
                        () -> tracking.experiments().start(ann, wanted(project.id(), "c", 1L, "{}", "{}", parent.id())))
                .isInstanceOf(InvalidValue.class);
    }
}
