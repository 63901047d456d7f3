package dev.atlas.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.Page;
import dev.atlas.domain.tracking.Direction;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Leaderboard;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The questions people ask most. */
class NamedQueriesTest extends TrackingTest {

    @Test
    void onlyCompletedOnesAreRankedByWhatTheyMeasured() {
        completed("good", 1L, "{}", "{\"best_val_loss\":0.1,\"acc\":0.5}");
        completed("better", 2L, "{}", "{\"best_val_loss\":0.05,\"acc\":0.4}");
        completed("unknown", 1L, "{}", "{\"best_val_loss\":\"NaN\"}");
        start("running", 1L, "{}", "{\"best_val_loss\":0.01}");
        assertThat(best("best_val_loss", Direction.MIN, null, 10)).containsExactly("better", "good");
        assertThat(best("best_val_loss", Direction.MIN, 1L, 10)).containsExactly("good");
        assertThat(best("acc", Direction.MAX, null, 1)).containsExactly("good");
        assertThat(names(now(tracking.queries().bestPerChallenge(vic, null)))).containsExactly("good", "better");
    }

    @Test
    void theLatestRunningIsTheOneStartedLast() {
        assertThat(now(tracking.queries().latestRunning(vic, project.id()))).isEmpty();
        start("first");
        Experiment second = start("second");
        move(start("third"), ExperimentStatus.STOPPED);
        assertThat(now(tracking.queries().latestRunning(vic, project.id()))).contains(second);
    }

    @Test
    void theLastTwentyFailedAreNewestFirst() {
        for (int i = 0; i < 22; i++) {
            move(start("f" + i), ExperimentStatus.FAILED);
        }
        List<String> failed = names(now(tracking.queries().lastFailed(vic, null)));
        assertThat(failed).hasSize(20).startsWith("f21", "f20").endsWith("f2");
    }

    @Test
    void taggedOnesCarryExactlyTheTag() {
        start("a");
        assertThat(now(tracking.queries().tagged(vic, null, "baseline", Page.first(5)))
                        .items())
                .hasSize(1);
        assertThat(now(tracking.queries().tagged(vic, null, "base", Page.first(5)))
                        .items())
                .isEmpty();
    }

    @Test
    void trainingTimeIsAveragedOverThoseThatTellIt() {
        completed("a", 1L, "{}", "{\"training_time_hours\":4.5}");
        completed("b", 1L, "{}", "{\"training_time_hours\":5}");
        completed("c", 1L, "{}", "{}");
        assertThat(now(tracking.queries().trainingTime(vic, null)))
                .containsExactly(new TrainingTime("EEGNeX", new BigDecimal("4.75"), 3));
    }

    /* Those without a loss come last; what ran elsewhere or was started a week ago does not come. */
    @Test
    void recentOnesOnACpuAreOrderedByLoss() {
        completed("old", 1L, "{\"device\":\"cpu\"}", "{\"best_val_loss\":0.0}");
        test.clock().advance(java.time.Duration.ofDays(8));
        completed("none", 1L, "{\"device\":\"cpu\"}", "{}");
        completed("large", 1L, "{\"device\":\"cpu\"}", "{\"best_val_loss\":0.9}");
        completed("small", 1L, "{\"device\":\"cpu\"}", "{\"best_val_loss\":0.1}");
        completed("gpu", 1L, "{\"device\":\"cuda\"}", "{\"best_val_loss\":0.2}");
        assertThat(names(now(tracking.queries().recentOnCpu(vic, null)))).containsExactly("small", "large", "none");
    }

    @Test
    void aLearningCurveAscends() {
        Experiment experiment = start("a");
        tracking.epochs()
                .logAll(ann, experiment.id(), List.of(entry(2, null, "loss", 0.2), entry(1, null, "loss", 0.4)));
        assertThat(now(tracking.queries().learningCurve(vic, experiment.id())))
                .extracting(epoch -> epoch.metrics().get("loss"))
                .containsExactly(0.4, 0.2);
    }

    private List<String> best(String metric, Direction direction, @Nullable Long challenge, int limit) {
        ExperimentRanking.Question question = new ExperimentRanking.Question(metric, direction, challenge, null, limit);
        return names(now(tracking.ranking().best(vic, question)).stream()
                .map(Leaderboard.Place::experiment)
                .toList());
    }

    private static List<String> names(List<Experiment> experiments) {
        return experiments.stream().map(Experiment::name).toList();
    }
}
