package dev.atlas.cli.storage;

import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.Phase;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.time.Duration;

/**
 * A process that mirrors, to be killed while it does. Arguments: the URLs of the primary and of the mirror, the phase in which
 * it is to be killed, how far its clock is ahead in seconds.
 */
final class MirrorProcess {

    private static final Duration BOUND = Duration.ofMinutes(2);

    private MirrorProcess() {}

    public static void main(String[] arguments) {
        Phase phase = Phase.valueOf(arguments[2]);
        try (Storage primary = Engines.open(arguments[0]);
                Mirror mirror = MirrorTest.attach(primary, arguments[1], Long.parseLong(arguments[3]))) {
            Await.until(BOUND, () -> isIn(phase, mirror.status()), () -> "" + mirror.status());
            StandingProcess.standStill();
        }
    }

    /** Once some records are copied; from then on it goes further in any case. */
    private static boolean isIn(Phase phase, MirrorStatus status) {
        return phase == Phase.COPYING ? status.recordsCopied() > 0 : status.whole();
    }

    /** Runs one in a process of its own, and kills it in the middle. */
    static void killIn(Phase phase, String from, String to, long ahead) throws IOException, InterruptedException {
        StandingProcess.kill(MirrorProcess.class, from, to, phase.name(), Long.toString(ahead));
    }
}
