package dev.atlas.cli.storage;

import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorReading;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.shadow.KeptDifference;
import dev.atlas.application.shadow.ShadowOutcome;
import dev.atlas.application.shadow.ShadowUseCases;
import dev.atlas.application.shadow.ShadowedStorage;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A primary with a mirror, of whose reads some are compared. The mirror can be made to hesitate before it answers them. */
final class ShadowedPrimary implements MirrorReading, AutoCloseable {

    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final Clock CLOCK = Clock.systemUTC();

    private final Storage primary;
    private final Mirror mirror;
    private final ShadowedStorage storage;
    private final ShadowUseCases shadow;
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** @param to the URL of the mirror */
    ShadowedPrimary(Storage primary, String to) {
        Foundation foundation = new Foundation(primary, CLOCK, new Ids(CLOCK, new Random(1)));
        this.primary = primary;
        this.mirror = MirrorTest.attach(primary, to);
        this.storage = new ShadowedStorage(primary);
        this.shadow = new ShadowUseCases(foundation, storage, this);
    }

    /** What use cases read from. */
    Storage storage() {
        return storage;
    }

    void compare(double share, Random random) {
        shadow.begin(share, random);
    }

    /** Until the latch is open the mirror answers nothing. */
    void hold(CountDownLatch latch) {
        held = latch;
    }

    /** Waits until the mirror holds everything that is written by now. */
    void awaitMirror() {
        Position end = primary.changes().position();
        Await.until(
                BOUND,
                () -> status().filter(MirrorStatus::whole)
                        .map(MirrorStatus::position)
                        .filter(position -> position.compareTo(end) >= 0)
                        .isPresent(),
                () -> "never reaches " + end + ": " + status());
    }

    long count(ShadowOutcome outcome) {
        return shadow.count(outcome);
    }

    /** How many questions something came of. */
    long answered() {
        return Arrays.stream(ShadowOutcome.values()).mapToLong(shadow::count).sum();
    }

    /** Waits until something came of so many questions. */
    void awaitAnswered(long questions) {
        Await.until(BOUND, () -> answered() >= questions, () -> "something came of " + answered() + " only");
    }

    List<KeptDifference> differences() {
        return shadow.report().differences();
    }

    @Override
    public Optional<MirrorStatus> status() {
        return Optional.of(mirror.status());
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return mirror.read(work);
    }

    @Override
    public void close() {
        held.countDown();
        shadow.close();
        mirror.close();
    }
}
