package dev.atlas.cli.bots;

import dev.atlas.application.bots.NamedAccount;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.bots.BotPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "unlink",
        description = "Ends that somebody on a chat platform is a user.",
        mixinStandardHelpOptions = true)
final class UnlinkCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "PLATFORM", description = "One of telegram, slack and teams.")
    private String platform = "";

    @Parameters(index = "1", paramLabel = "PLATFORM_USER_ID", description = "What the platform knows them by.")
    private String platformUserId = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    UnlinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform there = BotPlatform.of("platform", platform);
        NamedAccount unlinked = new BotStore(session).with(store -> store.unlink(there, platformUserId));
        new AccountReport(session, json)
                .changed(
                        "%s on %s is not the user %s any more."
                                .formatted(unlinked.account().platformUserId(), platform, unlinked.username()),
                        unlinked);
        return ExitCode.TRUE;
    }
}
