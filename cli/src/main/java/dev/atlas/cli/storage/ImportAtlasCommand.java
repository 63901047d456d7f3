package dev.atlas.cli.storage;

import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "atlas",
        description = "Brings an export into the store of the settings, which must be empty, and proves that it did.",
        mixinStandardHelpOptions = true)
public final class ImportAtlasCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The folder that atlas export wrote.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ImportAtlasCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Storage storage = session.openStorage();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            Verification verification = new AtlasImport(Clock.systemUTC()).run(folder, storage, progress);
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
