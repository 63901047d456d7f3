package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.StoreContents;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mirrors for as long as nothing is in the way. For one thread. */
final class MirrorRun {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorRun.class);
    private static final int NAMED = 20;

    /** How long to wait for the primary to write something, before looking after everything else. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Storage primary;
    private final Clock clock;
    private final VerificationSchedule schedule;
    private final Followership followership;
    private final MirrorListener listener;
    private final Mirroring mirroring;
    private final Pace pace = new Pace();
    private final long total;
    private @Nullable VerificationPass pass;
    private Instant renewed;

    /** @param followership held */
    MirrorRun(
            Storage primary,
            Storage mirror,
            Clock clock,
            VerificationSchedule schedule,
            Followership followership,
            MirrorListener listener) {
        this.primary = primary;
        this.clock = clock;
        this.schedule = schedule;
        this.followership = followership;
        this.listener = listener;
        this.mirroring = new Mirroring(primary, mirror, clock);
        listener.reached(MirrorStep.CHECKED);
        this.total =
                StoreContents.of(primary, StoreContents.movingKinds(primary)).records();
        this.renewed = clock.instant();
    }

    /** How it stands without having done anything. */
    MirrorStatus status(MirrorStatus before) {
        boolean whole = phase() != Phase.COPYING;
        return before.of(whole ? mirroring.mark().records() : total)
                .at(mirroring.mark(), mirroring.reached())
                .in(phase(), null);
    }

    /**
     * Takes a step, or waits a while where there is nothing to do. Answers how it stands then, and how long to hold back. What
     * the primary writes is taken over without holding back, as it would have to be later.
     */
    Paused next(MirrorStatus before) {
        Instant start = clock.instant();
        renew(start);
        boolean comparing = comparing(start);
        int rows = pace.rows();
        MirrorMark.State state = mirroring.mark().state();
        Mirroring.Done done = mirroring.step(rows, comparing ? pass : null);
        if (done.records() > 0) {
            tell(state, comparing);
        }
        Duration took = Duration.between(start, clock.instant());
        boolean following = !comparing && phase() != Phase.COPYING;
        Duration pause = following ? Duration.ZERO : pace.after(took, primary.load());
        if (comparing) {
            compared(rows, pause);
        }
        MirrorStatus now = status(before).behind(done.waiting() ? 0 : done.transactions(), start);
        if (done.waiting()) {
            primary.changes().read(mirroring.reached(), 1, IDLE);
        }
        return new Paused(now, now.whole() ? Duration.ZERO : pause);
    }

    private void tell(MirrorMark.State state, boolean comparing) {
        switch (state) {
            case ERASING, DETACHED -> {}
            case COPYING -> listener.reached(MirrorStep.COPIED);
            case LINKING -> listener.reached(MirrorStep.LINKED);
            case FOLLOWING -> listener.reached(comparing ? MirrorStep.COMPARED : MirrorStep.FOLLOWED);
        }
    }

    /** @param pause for how long to leave the primary alone */
    record Paused(MirrorStatus status, Duration pause) {}

    private void renew(Instant now) {
        if (renewed.plus(Followership.LEASE.dividedBy(3)).isBefore(now)) {
            if (!followership.hold(mirroring.mark().position())) {
                throw new WrongState(MirrorWriter.TAKEN, "Another node mirrors.");
            }
            renewed = now;
        }
    }

    /** Begins a comparison where one is due, ends one that is not possible any more. True if a stretch is due. */
    private boolean comparing(Instant now) {
        if (mirroring.mark().state() != MirrorMark.State.FOLLOWING) {
            pass = null;
        } else if (schedule.startsAnew()
                || (pass == null && schedule.due(mirroring.mark().verification(), now))) {
            pass = mirroring.newPass();
        }
        return pass != null && schedule.stretchDue(now);
    }

    private void compared(int rows, Duration pause) {
        VerificationPass running = pass;
        schedule.compared(rows, total, clock.instant(), pause);
        if (running == null || !running.ended() || phase() != Phase.VERIFYING) {
            return;
        }
        MirrorVerification result = running.result(Instants.now(clock), mirroring.reached());
        if (!result.equal()) {
            LOG.error("The mirror differs from the primary in {} records", result.differences());
            running.named().stream().limit(NAMED).forEach(each -> LOG.error("Differs: {} {}", each.kind(), each.key()));
        }
        mirroring.verified(result);
        listener.reached(MirrorStep.VERIFIED);
        schedule.ended();
        pass = null;
    }

    private Phase phase() {
        return switch (mirroring.mark().state()) {
            case ERASING, COPYING, LINKING -> Phase.COPYING;
            case FOLLOWING, DETACHED -> pass == null ? Phase.FOLLOWING : Phase.VERIFYING;
        };
    }
}
