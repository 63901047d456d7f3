package dev.atlas.application.switching;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.switching.Switch;
import java.time.Duration;

/**
 * One switch from a primary to its mirror. Nothing is undone here if it fails: who is the primary then is settled in the same
 * way as after a crash.
 *
 * @param gate of this node; nodes that do not switch close theirs when they meet the fence
 * @param bound how long the mirror may take to catch up
 */
record Switchover(SwitchSteps steps, GatedStorage gate, Duration bound, SwitchListener listener) {

    /** How long catching up may take when writes begin to wait for it. */
    private static final Duration CLOSE = Duration.ofMillis(20);

    /** Fences the primary, lets the mirror catch up, and swaps their roles. */
    void run(Storage primary, Storage mirror) {
        steps.successor().requireReady(mirror);
        CatchUp catchUp = steps.successor().catchUp(primary, mirror);
        steps.rehearse(primary, mirror);
        approach(primary, catchUp);
        gate.hold();
        listener.reached(SwitchStep.HELD);
        Committed<Switch> fenced = steps.fence(primary, mirror);
        listener.reached(SwitchStep.FENCED);
        catchUp.to(fenced.position(), bound);
        Position end = mirror.changes().position();
        listener.reached(SwitchStep.CAUGHT_UP);
        Switch draining = fenced.value();
        Switch handedOver = steps.handOver(primary, draining, new Position(draining.epoch(), end.sequence()));
        listener.reached(SwitchStep.HANDED_OVER);
        steps.takeOver(mirror, handedOver);
        listener.reached(SwitchStep.TAKEN_OVER);
        gate.serve(mirror, handedOver.serving());
        listener.reached(SwitchStep.RELEASED);
        steps.complete(primary, mirror, handedOver);
        listener.reached(SwitchStep.COMPLETED);
    }

    /**
     * Catches up with what was written while it caught up, until that is so little that writes can wait for the rest, or gets
     * less no more.
     */
    private void approach(Storage primary, CatchUp catchUp) {
        long before = Long.MAX_VALUE;
        long took = reach(primary, catchUp);
        while (took > CLOSE.toNanos() && took < before / 2) {
            before = took;
            took = reach(primary, catchUp);
        }
    }

    /** How long it took, in nanoseconds. */
    private long reach(Storage primary, CatchUp catchUp) {
        long start = System.nanoTime();
        catchUp.to(primary.changes().position(), bound);
        return System.nanoTime() - start;
    }
}
