package dev.atlas.cli.storage;

import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.Verification;
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
        AtlasImport importing = new AtlasImport(Clock.systemUTC());
        importing.requireExport(folder);
        try (Storage storage = session.place().open();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            Verification verification = importing.run(folder, storage, progress);
            progress.end();
            int code = new VerificationReport(verification)
                    .print(session.terminal().out(), json);
            new KeyReminder(storage).print(session.terminal());
            return code;
        }
    }
}
