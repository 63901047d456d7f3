package dev.atlas.cli.imports;

import dev.atlas.application.Atlas;
import dev.atlas.application.identity.Bootstrap;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.LegacyImport;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Given;
import dev.atlas.cli.Introduction;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "legacy",
        description = {
            "Takes over the SQLite file of the predecessor, which is not changed.",
            "Doing it again adds what is new, follows what the file has changed, and leaves what people have changed in Atlas."
        },
        mixinStandardHelpOptions = true)
public final class ImportLegacyCommand implements Callable<Integer> {

    private static final String KEY = "--secret-key";

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The predecessor's file, with its -wal file beside it.")
    private Path file;

    @Option(
            names = KEY,
            paramLabel = "KEY",
            description = "Its ATLAS_SECRET_KEY" + Given.FORMS + "; without it secrets are left out.")
    private @Nullable String secretKey;

    @Option(
            names = "--owner",
            paramLabel = "USER",
            description = "Who is given chats that had no user. Default: nobody, they are left out.")
    private @Nullable String owner;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Under which rows are recognised again. Default: legacy.")
    private String source = LegacyImportRequest.DEFAULT_SOURCE;

    @Option(names = "--dry-run", description = "Report what would happen, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    ImportLegacyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LegacyImportRequest request = new LegacyImportRequest(file, key(), source, owner, dryRun);
        LegacyImport.requirePredecessor(request); // before there is a store
        try (Storage storage = session.openStorage()) {
            Atlas atlas = session.atlas(storage);
            atlas.identity()
                    .bootstrap()
                    .run(session.environment().get(Bootstrap.PASSWORD_SETTING))
                    .ifPresent(made ->
                            new Introduction(made).print(session.terminal().err()));
            ImportReport report = atlas.imports().legacy().run(request);
            if (json) {
                session.terminal().out().println(ImportReportText.json(report).text());
            } else {
                ImportReportText.print(report, session.terminal().out());
            }
            return report.quarantined().isEmpty() ? ExitCode.TRUE : ExitCode.DIFFERENCES;
        }
    }

    private @Nullable String key() {
        if (secretKey == null) {
            return null;
        }
        Given given = new Given(KEY, secretKey);
        if (given.literal()) {
            given.warn(session, "key");
        }
        return given.value(session);
    }
}
