package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.Phase;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "detach",
        description = {
            "Ends mirroring: the mirror keeps its data and says until when it is true, the primary keeps nothing for it.",
            "Where a server mirrors, ask that one (DELETE /api/v1/storage/mirror)."
        },
        mixinStandardHelpOptions = true)
final class DetachCommand implements Callable<Integer> {

    private static final long LOOK = Duration.ofMillis(50).toNanos();

    private final Session session;

    @Option(names = "--to", paramLabel = "STORE", description = PairedStores.OTHER)
    private @Nullable String to;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    DetachCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (ServedPair pair = new PairedStores(session, to).open()) {
            pair.start();
            // until then it is not known whether another process mirrors
            while (pair.status().map(MirrorStatus::phase).orElse(Phase.PREFLIGHT) == Phase.PREFLIGHT) {
                LockSupport.parkNanos(LOOK);
            }
            String mirror = pair.mirrorPlace().toString();
            pair.detach();
            session.terminal()
                    .out()
                    .println(json ? "{\"detached\":true}" : "%s is no mirror any more.".formatted(mirror));
            return ExitCode.TRUE;
        }
    }
}
