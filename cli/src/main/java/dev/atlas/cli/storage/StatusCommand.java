package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageStatus;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows what the store of the settings is and holds.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Storage storage = session.place().openExisting()) {
            StatusReport report = new StatusReport(StorageStatus.of(storage));
            if (json) {
                session.terminal().out().println(report.json().text());
            } else {
                report.print(session);
            }
            return ExitCode.TRUE;
        }
    }
}
