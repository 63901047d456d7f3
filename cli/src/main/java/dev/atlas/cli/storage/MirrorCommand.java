package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorVerification;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.cli.Session;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mirror",
        description = {
            "Copies the primary into its mirror while everybody goes on writing, and follows until it is interrupted.",
            "A server with ATLAS_STORAGE_MIRROR does the same by itself; one process mirrors at a time, others wait."
        },
        mixinStandardHelpOptions = true)
final class MirrorCommand implements Callable<Integer> {

    private static final long LOOK = 200;

    private final Session session;

    @Option(names = "--to", paramLabel = "STORE", description = PairedStores.OTHER)
    private @Nullable String to;

    @Option(names = "--once", description = "End when everything is there and was compared.")
    private boolean once;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    MirrorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (ServedPair pair = new PairedStores(session, to).open();
                MirrorProgress progress = new MirrorProgress(session.terminal())) {
            pair.start();
            if (!once) {
                follow(pair, progress);
            }
            MirrorVerification found = pair.verify(progress);
            progress.end();
            return new MirrorVerificationReport(found).print(session.terminal().out(), json);
        }
    }

    /** Until the process is told to end, which lets others go on at once. */
    private static void follow(ServedPair pair, MirrorProgress progress) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(pair::close));
        CountDownLatch never = new CountDownLatch(1);
        do {
            pair.status().ifPresent(progress);
        } while (!never.await(LOOK, TimeUnit.MILLISECONDS));
    }
}
