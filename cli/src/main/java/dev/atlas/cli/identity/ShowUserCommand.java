package dev.atlas.cli.identity;

import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one user.", mixinStandardHelpOptions = true)
final class ShowUserCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "USERNAME", description = "Whom it is about.")
    private String username = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ShowUserCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        User user = new UserStore(session).with(store -> store.named(new Username(username)));
        new UserReport(session, json).one(user);
        return ExitCode.TRUE;
    }
}
