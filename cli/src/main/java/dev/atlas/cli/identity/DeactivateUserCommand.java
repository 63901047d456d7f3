package dev.atlas.cli.identity;

import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deactivate",
        description = "Ends all sessions of a user and lets them start none.",
        mixinStandardHelpOptions = true)
final class DeactivateUserCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "USERNAME", description = "Whom it is about.")
    private String username = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    DeactivateUserCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        User user = new UserStore(session).with(store -> store.deactivate(new Username(username)));
        new UserReport(session, json)
                .changed(
                        "The user %s may not sign in any more."
                                .formatted(user.username().value()),
                        user);
        return ExitCode.TRUE;
    }
}
