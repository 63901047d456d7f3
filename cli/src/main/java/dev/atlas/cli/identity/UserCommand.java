package dev.atlas.cli.identity;

import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine.Command;

@Command(
        name = "user",
        description = "Makes, shows and changes users, whether a server runs or not.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CreateUserCommand.class,
            ListUsersCommand.class,
            ShowUserCommand.class,
            ResetPasswordCommand.class,
            ActivateUserCommand.class,
            DeactivateUserCommand.class
        })
public final class UserCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say what to do with users: atlas user --help lists it.");
    }
}
