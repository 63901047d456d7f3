package dev.atlas.cli.identity;

import dev.atlas.application.identity.NewUser;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.identity.User;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Adds an active user.", mixinStandardHelpOptions = true)
final class CreateUserCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "USERNAME", description = "Whom it is about.")
    private String username = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "What they may do. Default: member.")
    private @Nullable String role;

    @Option(names = "--display-name", paramLabel = "NAME", description = "How they are called.")
    private @Nullable String displayName;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Their e-mail address.")
    private @Nullable String email;

    @Option(names = "--password", paramLabel = "PASSWORD", description = NewPassword.DESCRIPTION)
    private @Nullable String password;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    CreateUserCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NewPassword chosen = NewPassword.of(password, session);
        NewUser wanted = new NewUser(username, chosen.text(), displayName, email, role);
        User user = new UserStore(session).with(store -> store.create(wanted));
        new UserReport(session, json)
                .changed("The user %s was made, as %s".formatted(user.username().value(), user.role()), user, chosen);
        return ExitCode.TRUE;
    }
}
