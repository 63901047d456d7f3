package dev.atlas.cli.bots;

import dev.atlas.application.bots.platform.BotStatistics;
import dev.atlas.application.bots.platform.BotUsage;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Storage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "usage", description = "Shows what bots were used for.", mixinStandardHelpOptions = true)
final class UsageCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--days", paramLabel = "DAYS", description = "Of the last days, 1 to 365; left out, 30.")
    private long days = 30;

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "Only on telegram, slack or teams.")
    private @Nullable String platform;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    UsageCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform only = platform == null ? null : BotPlatform.of("platform", platform);
        try (Storage storage = session.openExistingStorage()) {
            BotUsage usage = BotStatistics.over(session.foundation(storage)).usage(days, only);
            new BotUsageReport(session, json).print(usage);
            return ExitCode.TRUE;
        }
    }
}
