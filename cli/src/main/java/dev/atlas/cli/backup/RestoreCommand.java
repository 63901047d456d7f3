package dev.atlas.cli.backup;

import dev.atlas.application.identity.BackupAudit;
import dev.atlas.application.identity.KeyBackup;
import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.Session;
import dev.atlas.cli.storage.ProgressReport;
import dev.atlas.cli.storage.VerificationReport;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Brings a backup into the store of the settings, of whatever engine, which must be empty; proves that it did;",
            "and puts the keys into ATLAS_DATA unless they are in ATLAS_SECRET_KEY."
        },
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE|DIR", description = "What atlas backup wrote.")
    private Path from = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        return new BackupPlace(from).read(this::restore);
    }

    private int restore(Path folder) throws IOException {
        KeyBackup keys = new KeyBackup(folder);
        keys.requireRestorable(session.environment());
        AtlasImport restoring = new AtlasImport(Clock.systemUTC());
        Path records = folder.resolve(BackupPlace.RECORDS);
        restoring.requireExport(records);
        try (Storage storage = session.place().open();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            Verification verification = restoring.run(records, storage, progress);
            progress.end();
            if (verification.equal()) {
                keys.restore(session.environment());
                new BackupAudit(session.foundation(storage))
                        .restored(verification.digest(), verification.records(), from.toString());
            }
            return new VerificationReport(verification).print(session.terminal().out(), json);
        }
    }
}
