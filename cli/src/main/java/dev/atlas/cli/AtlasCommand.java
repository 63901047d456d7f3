package dev.atlas.cli;

import dev.atlas.cli.backup.BackupCommand;
import dev.atlas.cli.backup.RestoreCommand;
import dev.atlas.cli.bots.BotsCommand;
import dev.atlas.cli.identity.SecretsCommand;
import dev.atlas.cli.identity.UserCommand;
import dev.atlas.cli.storage.ExportCommand;
import dev.atlas.cli.storage.StorageCommand;
import dev.atlas.domain.storage.CannotOpen;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "atlas",
        description = "Users, projects and experiments on SQLite, PostgreSQL or MongoDB, and the way between them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class AtlasCommand implements Runnable {

    private static final List<Class<?>> SUBCOMMANDS = List.of(
            ServeCommand.class,
            RehearseCommand.class,
            UserCommand.class,
            SecretsCommand.class,
            BotsCommand.class,
            StorageCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            CommandLine.HelpCommand.class);

    /**
     * The command that these arguments are for. The first one nearly always names a sub-command, and then that one alone is
     * looked into: to reflect on all of them takes a tenth of a start.
     */
    static CommandLine with(CommandLine.IFactory factory, String... arguments) {
        CommandLine command = new CommandLine(new AtlasCommand(), factory);
        List<Class<?>> named = SUBCOMMANDS.stream()
                .filter(each -> arguments.length > 0 && name(each).equals(arguments[0]))
                .filter(each -> each != CommandLine.HelpCommand.class)
                .toList();
        (named.isEmpty() ? SUBCOMMANDS : named).forEach(command::addSubcommand);
        return command;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new CannotOpen("Say which command to run: atlas help lists them.");
    }
}
