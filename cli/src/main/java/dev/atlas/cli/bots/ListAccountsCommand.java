package dev.atlas.cli.bots;

import dev.atlas.application.bots.NamedAccount;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Username;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "accounts",
        description = "Lists the accounts on chat platforms that are linked to users, newest first.",
        mixinStandardHelpOptions = true)
final class ListAccountsCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "Only those of telegram, slack or teams.")
    private @Nullable String platform;

    @Option(names = "--username", paramLabel = "USERNAME", description = "Only those of this user.")
    private @Nullable String username;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ListAccountsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform there = platform == null ? null : BotPlatform.of("platform", platform);
        Username theirs = username == null ? null : new Username(username);
        List<NamedAccount> accounts = new BotStore(session).with(store -> store.all(there, theirs));
        new AccountReport(session, json).all(accounts);
        return ExitCode.TRUE;
    }
}
