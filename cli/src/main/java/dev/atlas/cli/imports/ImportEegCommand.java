package dev.atlas.cli.imports;

import dev.atlas.application.Atlas;
import dev.atlas.application.identity.Bootstrap;
import dev.atlas.application.imports.EegImport;
import dev.atlas.application.imports.EegImportRequest;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Introduction;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "eeg",
        description = "Takes over the SQLite file of an EEG experiment tracker, which is not changed.",
        mixinStandardHelpOptions = true)
public final class ImportEegCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The tracker's file.")
    private Path file;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "The project; made if it is not there. Default: EEG.")
    private String project = EegImportRequest.DEFAULT_PROJECT;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Where the tracker's clock stood. Default: UTC.")
    private @Nullable String zone;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Under which rows are recognised again. Default: eeg.")
    private String source = EegImportRequest.DEFAULT_SOURCE;

    @Option(
            names = "--owner",
            paramLabel = "USER",
            description = "Who owns the project. Default: the only administrator.")
    private @Nullable String owner;

    @Option(names = "--dry-run", description = "Report what would happen, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    ImportEegCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        EegImportRequest request = new EegImportRequest(file, project, zone(), source, owner, dryRun);
        EegImport.requireTracker(file); // before there is a store
        try (Storage storage = session.openStorage()) {
            Atlas atlas = session.atlas(storage);
            atlas.identity()
                    .bootstrap()
                    .run(session.environment().get(Bootstrap.PASSWORD_SETTING))
                    .ifPresent(made ->
                            new Introduction(made).print(session.terminal().err()));
            ImportReport report = atlas.imports().eeg().run(request);
            if (json) {
                session.terminal().out().println(ImportReportText.json(report).text());
            } else {
                ImportReportText.print(report, session.terminal().out());
            }
            return report.quarantined().isEmpty() ? ExitCode.TRUE : ExitCode.DIFFERENCES;
        }
    }

    private @Nullable ZoneId zone() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new CannotOpen("--zone: \"" + zone + "\" is no zone: write one such as Europe/Berlin or -05:00.", e);
        }
    }
}
