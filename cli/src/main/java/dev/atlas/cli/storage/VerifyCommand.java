package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = "Compares every record of two stores, and names those that differ.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "One store: " + StoreUrl.FORMS + ".")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "STORE", description = "The other: " + StoreUrl.FORMS + ".")
    private String to = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Storage source = new StoreUrl("--from", from).place(session).openExisting();
                Storage target = new StoreUrl("--to", to).place(session).openExisting();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            Verification verification = new StorageVerification(Clock.systemUTC()).run(source, target, progress);
            progress.end();
            return new VerificationReport(verification).print(session.terminal().out(), json);
        }
    }
}
