package dev.atlas.cli.storage;

import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A copy that stands still after some steps, so that it can be killed there. Arguments: from, to, steps. */
final class CopyProcess {

    /** What it prints when it stands still. */
    static final String STANDING = "standing";

    private CopyProcess() {}

    public static void main(String[] arguments) {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
        try (Storage source = Engines.open(arguments[0]);
                Storage target = Engines.open(arguments[1])) {
            new StorageCopy(Clock.systemUTC()).run(source, target, event -> {
                if (event instanceof Advanced step && step.phase() == Phase.COPYING && left.decrementAndGet() == 0) {
                    System.out.println(STANDING);
                    standStill();
                }
            });
        }
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
