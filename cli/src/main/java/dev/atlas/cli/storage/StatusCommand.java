package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageStatus;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows what the store of the settings is and holds, and how its mirror stands.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Session session;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--watch", description = "Show it again every two seconds, until interrupted.")
    private boolean watch;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        do {
            show();
        } while (watch && !never.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        return ExitCode.TRUE;
    }

    private void show() {
        try (Storage storage = session.place().openExisting()) {
            OtherStore other = session.engines()
                    .mirror(session.environment())
                    .map(place -> OtherStore.of(storage, session.place(), place))
                    .orElse(null);
            StatusReport report = new StatusReport(StorageStatus.of(storage), other);
            if (json) {
                session.terminal().out().println(report.json().text());
            } else {
                report.print(session);
            }
        }
    }
}
