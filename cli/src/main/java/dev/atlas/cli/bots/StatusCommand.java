package dev.atlas.cli.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.bots.platform.BotAdministration;
import dev.atlas.application.bots.platform.BotAdministration.Shown;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Storage;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description = {
            "Shows the bots, and asks their platforms how they do.",
            "Ends with 1 if one that is enabled is not healthy."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PLATFORM", description = "Only telegram, slack or teams.")
    private @Nullable String platform;

    @Option(names = "--offline", description = "Ask no platform.")
    private boolean offline;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform only = platform == null ? null : BotPlatform.of("platform", platform);
        try (Storage storage = session.openExistingStorage()) {
            BotAdministration bots = session.atlas(storage).botService().administration();
            List<Shown> shown = bots.list(Caller.commandLine()).join().stream()
                    .filter(bot -> only == null || bot.platform() == only)
                    .map(bot -> asked(bots, bot))
                    .toList();
            new BotStatusReport(session, json).all(shown);
            return shown.stream().anyMatch(StatusCommand::fails) ? ExitCode.DIFFERENCES : ExitCode.TRUE;
        }
    }

    private Shown asked(BotAdministration bots, Shown bot) {
        return offline || !bot.configured() ? bot : bots.get(Caller.commandLine(), bot.platform());
    }

    private static boolean fails(Shown bot) {
        BotConfiguration set = bot.configuration();
        return set != null
                && set.enabled()
                && bot.health() != null
                && !bot.health().healthy();
    }
}
