package dev.atlas.cli.bots;

import dev.atlas.application.bots.NamedAccount;
import dev.atlas.application.bots.WantedLink;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Username;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "link",
        description = "Says that somebody on a chat platform is this user, without a code.",
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "USERNAME", description = "Whom it is about.")
    private String username = "";

    @Parameters(index = "1", paramLabel = "PLATFORM", description = "One of telegram, slack and teams.")
    private String platform = "";

    @Parameters(index = "2", paramLabel = "PLATFORM_USER_ID", description = "What the platform knows them by.")
    private String platformUserId = "";

    @Option(names = "--platform-username", paramLabel = "NAME", description = "How people know them there.")
    private @Nullable String platformUsername;

    @Option(names = "--move", description = "Take them from the user they are linked to, if that is another one.")
    private boolean move;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    LinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform there = BotPlatform.of("platform", platform);
        Username user = new Username(username);
        WantedLink wanted = new WantedLink(there, platformUserId, platformUsername, move);
        NamedAccount linked = new BotStore(session).with(store -> store.link(user, wanted));
        new AccountReport(session, json)
                .changed(
                        "%s on %s is the user %s."
                                .formatted(linked.account().platformUserId(), platform, linked.username()),
                        linked);
        return ExitCode.TRUE;
    }
}
