package dev.atlas.cli.storage;

import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A copy or an import that stands still after some steps of a phase, so that it can be killed there. Arguments: the URL of a
 * store or the folder of an export, the URL of the target, phase, steps.
 */
final class CopyProcess {

    private CopyProcess() {}

    public static void main(String[] arguments) throws IOException {
        Phase phase = Phase.valueOf(arguments[2]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        MovingListener listener = event -> {
            if (event instanceof Advanced step && step.phase() == phase && left.decrementAndGet() == 0) {
                StandingProcess.standStill();
            }
        };
        Path export = Path.of(arguments[0]);
        try (Storage target = Engines.open(arguments[1])) {
            if (Files.isDirectory(export)) {
                new AtlasImport(Clock.systemUTC()).run(export, target, listener);
            } else {
                try (Storage source = Engines.open(arguments[0])) {
                    new StorageCopy(Clock.systemUTC()).run(source, target, listener);
                }
            }
        }
    }

    /** Runs one in a process of its own, and kills that while it stands still. */
    static void killAfter(String from, String to, Phase phase, int steps) throws IOException, InterruptedException {
        StandingProcess.kill(CopyProcess.class, from, to, phase.name(), Integer.toString(steps));
    }
}
