package dev.atlas.cli.storage;

import dev.atlas.application.storage.AtlasExport;
import dev.atlas.application.storage.ExportManifest;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes everything in the store of the settings to a folder, as JSON Lines.",
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder: new or empty.")
    private Path to = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Storage storage = session.openExistingStorage();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            ExportManifest manifest = new AtlasExport(Clock.systemUTC()).run(storage, to, progress);
            progress.end();
            session.terminal()
                    .out()
                    .println(
                            json
                                    ? "{\"records\":%d,\"digest\":\"%s\"}"
                                            .formatted(manifest.records(), manifest.digest())
                                    : "Exported %,d records to %s, digest %s."
                                            .formatted(manifest.records(), to, manifest.digest()));
            new KeyReminder(storage).print(session.terminal());
            return ExitCode.TRUE;
        }
    }
}
