package dev.atlas.cli.identity;

import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset-password",
        description = "Gives a user another password and ends all their sessions.",
        mixinStandardHelpOptions = true)
final class ResetPasswordCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "USERNAME", description = "Whom it is about.")
    private String username = "";

    @Option(names = "--password", paramLabel = "PASSWORD", description = NewPassword.DESCRIPTION)
    private @Nullable String password;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ResetPasswordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NewPassword chosen = NewPassword.of(password, session);
        User user = new UserStore(session).with(store -> store.resetPassword(new Username(username), chosen.text()));
        new UserReport(session, json)
                .changed(
                        "The user %s has a new password"
                                .formatted(user.username().value()),
                        user,
                        chosen);
        return ExitCode.TRUE;
    }
}
