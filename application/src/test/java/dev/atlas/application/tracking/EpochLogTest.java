package dev.atlas.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.EpochEntry;
import dev.atlas.domain.tracking.Experiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EpochLogTest extends TrackingTest {

    @Test
    void aThousandAtOnceAndNotOneMore() {
        Experiment experiment = start("a");
        List<EpochEntry> entries = LongStream.range(0, 1_000)
                .mapToObj(n -> entry(n, 1.0, "loss", 0.5))
                .toList();
        assertThat(tracking.epochs().logAll(ann, experiment.id(), entries).value())
                .hasSize(1_000)
                .allMatch(EpochLog.Logged::created);
        assertThat(tracking.epochs().logAll(ann, experiment.id(), entries).value())
                .noneMatch(EpochLog.Logged::created);
        List<EpochEntry> tooMany = new ArrayList<>(entries);
        tooMany.add(entry(1_000, 1.0, "loss", 0));
        assertThatThrownBy(() -> tracking.epochs().logAll(ann, experiment.id(), tooMany))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> tracking.epochs().logAll(ann, experiment.id(), List.of()))
                .isInstanceOf(InvalidValue.class);
        List<Epoch> page = now(tracking.epochs().list(ann, experiment.id(), 997L, 10));
        assertThat(page).extracting(Epoch::epoch).containsExactly(998L, 999L);
    }

    /* A number that comes twice in one call merges into itself. */
    @Test
    void oneCallMayNameAnEpochTwice() {
        Experiment experiment = start("a");
        List<EpochLog.Logged> logged = tracking.epochs()
                .logAll(ann, experiment.id(), List.of(entry(1, 5.0, "a", 1), entry(1, null, "b", 2)))
                .value();
        assertThat(logged).extracting(EpochLog.Logged::created).containsExactly(true, false);
        Epoch stored = now(tracking.epochs().get(ann, experiment.id(), 1));
        assertThat(stored.timing().durationSeconds()).isEqualTo(5.0);
        assertThat(stored.metrics()).containsOnlyKeys("b");
        assertRefused(
                Refusal.NotFound.class,
                "epoch.not_found",
                () -> now(tracking.epochs().get(ann, experiment.id(), 2)));
    }

    /* Many log the same epoch at once: one makes it and the others merge; nobody is told of a conflict. */
    @Test
    void aRaceForAnEpochIsMerged() throws Exception {
        Experiment experiment = start("a");
        Callable<Boolean> log = () -> tracking.epochs()
                .log(ann, experiment.id(), entry(7, 1.0, "a", 1), null)
                .value()
                .created();
        assertThat(answers(log)).containsOnlyOnce(true);
    }

    /* Many save a best checkpoint at once: all are saved, and one is the best. */
    @Test
    void aRaceForTheBestLeavesOne() throws Exception {
        Experiment experiment = start("a");
        Callable<Checkpoint> save = () -> tracking.checkpoints()
                .save(ann, experiment.id(), saved(1, true, 0.1))
                .value();
        assertThat(answers(save)).hasSize(8);
        List<Checkpoint> all =
                now(tracking.experiments().history(ann, experiment.id())).checkpoints();
        assertThat(all).hasSize(8);
        assertThat(all).filteredOn(Checkpoint::best).hasSize(1);
    }

    private static <T> List<T> answers(Callable<T> call) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : all.invokeAll(Collections.nCopies(8, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
