package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorVerification;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Compares every record of two stores, and names those that differ.",
            "Without --from and --to, the store of the settings with its mirror, while everybody goes on writing."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--from", paramLabel = "STORE", description = "One store: " + StoreUrl.FORMS + ".")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "STORE", description = "The other: " + StoreUrl.FORMS + ".")
    private @Nullable String to;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (from == null && to == null) {
            return compareMirror();
        }
        if (from == null || to == null) {
            throw new CannotOpen("Give --from and --to, or none of them for the mirror of the settings.");
        }
        return compare(from, to);
    }

    private int compareMirror() {
        try (ServedPair pair = new PairedStores(session, null).open();
                MirrorProgress progress = new MirrorProgress(session.terminal())) {
            pair.start();
            MirrorVerification found = pair.verify(progress);
            progress.end();
            return new MirrorVerificationReport(found).print(session.terminal().out(), json);
        }
    }

    private int compare(String one, String other) {
        try (Storage source = new StoreUrl("--from", one).place(session).openExisting();
                Storage target = new StoreUrl("--to", other).place(session).openExisting();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            Verification verification = new StorageVerification(Clock.systemUTC()).run(source, target, progress);
            progress.end();
            return new VerificationReport(verification).print(session.terminal().out(), json);
        }
    }
}
