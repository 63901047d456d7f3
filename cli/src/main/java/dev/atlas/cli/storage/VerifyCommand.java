package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.ExitCode;
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
        try (Storage source = new StoreUrl("--from", from).open(session);
                Storage target = new StoreUrl("--to", to).open(session);
                ProgressReport progress = new ProgressReport(session.terminal())) {
            Verification verification = new StorageVerification(Clock.systemUTC()).run(source, target, progress);
            progress.end();
            VerificationReport report = new VerificationReport(verification);
            if (json) {
                session.terminal().out().println(report.json().text());
            } else {
                report.print(session.terminal().out());
            }
            return verification.equal() ? ExitCode.TRUE : ExitCode.DIFFERENCES;
        }
    }
}
