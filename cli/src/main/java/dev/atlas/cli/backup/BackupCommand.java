package dev.atlas.cli.backup;

import dev.atlas.application.identity.BackupAudit;
import dev.atlas.application.identity.KeyBackup;
import dev.atlas.application.storage.AtlasExport;
import dev.atlas.application.storage.ExportManifest;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.cli.storage.ProgressReport;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description = {
            "Writes everything in the store of the settings, in one state of it, and the keys it is encrypted with.",
            "Servers may run meanwhile. Whoever has the backup has the secrets: only its owner can read it."
        },
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE|DIR",
            description = "A folder, new or empty, or a new file that ends with .zip.")
    private Path to = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Storage storage = session.openExistingStorage();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            ExportManifest manifest = new BackupPlace(to).fill(folder -> {
                new KeyBackup(folder).write(storage, session.environment());
                ExportManifest written =
                        new AtlasExport(Clock.systemUTC()).run(storage, folder.resolve(BackupPlace.RECORDS), progress);
                new BackupAudit(session.foundation(storage))
                        .backedUp(written.digest(), written.records(), to.toString());
                return written;
            });
            progress.end();
            SequencedMap<String, Json> members = new LinkedHashMap<>();
            members.put("records", Json.Num.of(manifest.records()));
            members.put("digest", new Json.Str(manifest.digest()));
            session.terminal()
                    .out()
                    .println(
                            json
                                    ? new Json.Obj(members).text()
                                    : "Backed up %,d records and their keys to %s, digest %s."
                                            .formatted(manifest.records(), to, manifest.digest()));
            return ExitCode.TRUE;
        }
    }
}
