package dev.atlas.cli.identity;

import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.identity.User;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the users, newest first.", mixinStandardHelpOptions = true)
final class ListUsersCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--all", description = "With those who are not active.")
    private boolean all;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ListUsersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<User> users = new UserStore(session).with(store -> store.all(all));
        new UserReport(session, json).all(users);
        return ExitCode.TRUE;
    }
}
