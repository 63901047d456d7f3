package dev.atlas.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.EpochEntry;
import dev.atlas.domain.tracking.EpochTiming;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of the tracking reference, section 8. */
class WorkedExampleTest extends TrackingTest {

    private Experiment experiment;

    @BeforeEach
    void train() {
        experiment = start("eegnex_r1r2_20251020_164100");
        tracking.epochs()
                .logAll(
                        ann,
                        experiment.id(),
                        LongStream.range(0, 5)
                                .mapToObj(WorkedExampleTest::epoch)
                                .toList());
        tracking.checkpoints().save(ann, experiment.id(), saved(3, false, 0.135));
        tracking.checkpoints().save(ann, experiment.id(), saved(4, true, 0.12));
        StatusMove completed = new StatusMove(
                ExperimentStatus.COMPLETED,
                null,
                json("{\"best_val_loss\":0.12,\"best_epoch\":4,\"total_epochs\":5,\"training_time_hours\":4.5}"));
        experiment =
                tracking.lifecycle().move(ann, experiment.id(), completed, null).value();
    }

    private static EpochEntry epoch(long e) {
        double loss = new double[] {0.18, 0.165, 0.15, 0.135, 0.12}[(int) e];
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("train_loss", new double[] {0.15, 0.13, 0.11, 0.09, 0.07}[(int) e]);
        metrics.put("val_loss", loss);
        metrics.put("val_mae", loss);
        metrics.put("val_rmse", new double[] {0.27, 0.2475, 0.225, 0.2025, 0.18}[(int) e]);
        metrics.put("learning_rate", new double[] {0.002, 0.0018, 0.00162, 0.001458, 0.0013122}[(int) e]);
        return new EpochEntry(e, metrics, new EpochTiming(3200.0 + 50 * e, 32.5, null, null, null), null, null);
    }

    @Test
    void theHistoryIsWhatWasLogged() {
        ExperimentHistory history = now(tracking.experiments().history(ann, experiment.id()));
        assertThat(history.experiment()).isEqualTo(experiment);
        assertThat(history.epochs()).extracting(Epoch::epoch).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(history.epochs())
                .extracting(epoch -> epoch.metrics().get("val_rmse"))
                .containsExactly(0.27, 0.2475, 0.225, 0.2025, 0.18);
        assertThat(history.epochs())
                .extracting(epoch -> epoch.timing().durationSeconds())
                .containsExactly(3200.0, 3250.0, 3300.0, 3350.0, 3400.0);
        assertThat(history.checkpoints()).extracting(Checkpoint::best).containsExactly(false, true);
        assertThat(experiment.status()).isEqualTo(ExperimentStatus.COMPLETED);
        assertThat(experiment.endTime()).isNotNull();
    }

    @Test
    void loggingAgainWithoutTimingKeepsIt() {
        EpochLog.Logged logged = tracking.epochs()
                .log(ann, experiment.id(), entry(2, null, "val_loss", 0.149), null)
                .value();
        assertThat(logged.created()).isFalse();
        assertThat(logged.epoch().timing().durationSeconds()).isEqualTo(3300.0);
        assertThat(logged.epoch().metrics()).isEqualTo(new TreeMap<>(java.util.Map.of("val_loss", 0.149)));
        assertThat(logged.epoch().version()).isEqualTo(1);
    }

    @Test
    void aLaterBestLeavesExactlyOne() {
        Checkpoint later = tracking.checkpoints()
                .save(ann, experiment.id(), saved(5, true, 0.11))
                .value();
        List<Checkpoint> all =
                now(tracking.experiments().history(ann, experiment.id())).checkpoints();
        assertThat(all).filteredOn(Checkpoint::best).containsExactly(later);
        Checkpoint former = tracking.checkpoints()
                .promote(ann, experiment.id(), all.get(1).id(), null)
                .value();
        assertThat(now(tracking.checkpoints().best(ann, experiment.id()))).isEqualTo(former);
    }
}
