package dev.atlas.application.shadow;

import dev.atlas.application.mirror.MirrorReading;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the mirror answers as the primary does. Where it does not, one of them may only be behind, so both are
 * asked again: a difference is one only if nothing that it is about was written from before the primary was asked until
 * after both were, the mirror having taken over everything that was written before. For one thread.
 */
final class ShadowComparison {

    /** How often to ask again where everything changes all the time. */
    private static final int ATTEMPTS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** How long the mirror may take to get to where the primary was. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration TURN = Duration.ofMillis(20);

    /** Records written meanwhile that are looked at. */
    private static final int WRITTEN = 10_000;

    private final Storage primary;
    private final MirrorReading mirror;
    private final CountDownLatch closed;

    /** @param closed open once there is no time left */
    ShadowComparison(Storage primary, MirrorReading mirror, CountDownLatch closed) {
        this.primary = primary;
        this.mirror = mirror;
        this.closed = closed;
    }

    /** @param difference null unless it is different */
    record Result(ShadowOutcome outcome, @Nullable ShadowDifference difference) {

        private Result(ShadowOutcome outcome) {
            this(outcome, null);
        }
    }

    /**
     * Compares one answer of the primary.
     *
     * @throws dev.atlas.domain.storage.StorageException if one of the stores does not answer
     */
    Result compare(Asked asked) {
        if (!whole()) {
            return new Result(ShadowOutcome.DROPPED);
        }
        Question question = asked.question();
        Answer answer = mirror.read(question::ask);
        return answer.equals(asked.answer()) ? new Result(ShadowOutcome.EQUAL) : settled(question);
    }

    private Result settled(Question question) {
        ShadowDifference found = null;
        Duration pause = FIRST_PAUSE;
        for (int i = 0; i < ATTEMPTS && !ended(pause); i++) {
            Position begin = primary.changes().position();
            if (!reached(begin)) {
                break;
            }
            Result result = inOneState(question, begin);
            ShadowDifference difference = result == null ? null : result.difference();
            // found twice: between two looks the mirror may have been emptied, to be copied anew
            if (result != null && (difference == null || difference.equals(found))) {
                return result;
            }
            found = difference;
            pause = pause.multipliedBy(2);
        }
        return new Result(ShadowOutcome.DROPPED);
    }

    /** Null if it cannot be told whether both were in the same state. */
    private @Nullable Result inOneState(Question question, Position begin) {
        Look before = primary.read(each -> Look.at(each, question, Set.of()));
        Look there = mirror.read(each -> Look.at(each, question, before.keys()));
        Look after = primary.read(each -> Look.at(each, question, there.keys()));
        if (there.answer().equals(before.answer()) || there.answer().equals(after.answer())) {
            return new Result(ShadowOutcome.LAG);
        }
        if (!before.answer().equals(after.answer()) || !untouched(begin, after, there) || !whole()) {
            return null;
        }
        return new Result(
                ShadowOutcome.DIFFERENT,
                new ShadowDifference(
                        question.name(),
                        question.kind(),
                        after.answer().shown(after.kind()),
                        there.answer().shown(there.kind()),
                        after.differences(there)));
    }

    /** True if nothing that both looks are about was written since. */
    private boolean untouched(Position begin, Look here, Look there) {
        // where all records are the same, any other one can be why a list goes on, or somebody is there
        Set<RecordKey> keys = here.finds(there) ? Set.of() : there.keys();
        return switch (primary.changes().advance(begin, null, WRITTEN)) {
            case Advance.StartOver over -> false;
            case Advance.Step step ->
                step.touched().stream()
                        .filter(each -> each.kind().name().equals(here.kind().name()))
                        .noneMatch(each -> concerns(each, keys));
        };
    }

    private static boolean concerns(Advance.Touched touched, Set<RecordKey> keys) {
        List<RecordKey> gone = touched.gone();
        return keys.isEmpty()
                || gone.stream().anyMatch(keys::contains)
                || touched.present().stream().anyMatch(each -> keys.contains(each.key()));
    }

    private boolean whole() {
        return mirror.status().filter(MirrorStatus::whole).isPresent();
    }

    /** Waits until the mirror holds everything up to there. */
    private boolean reached(Position position) {
        long start = System.nanoTime();
        while (!hasReached(position)) {
            if (System.nanoTime() - start > PATIENCE.toNanos() || ended(TURN)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasReached(Position wanted) {
        return mirror.status()
                .filter(MirrorStatus::whole)
                .map(MirrorStatus::position)
                .filter(position -> position.compareTo(wanted) >= 0)
                .isPresent();
    }

    private boolean ended(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
