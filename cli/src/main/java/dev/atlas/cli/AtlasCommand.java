package dev.atlas.cli;

import dev.atlas.cli.backup.BackupCommand;
import dev.atlas.cli.backup.RestoreCommand;
import dev.atlas.cli.identity.SecretsCommand;
import dev.atlas.cli.identity.UserCommand;
import dev.atlas.cli.storage.ExportCommand;
import dev.atlas.cli.storage.StorageCommand;
import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "atlas",
        description = "Users, projects and experiments on SQLite, PostgreSQL or MongoDB, and the way between them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            RehearseCommand.class,
            UserCommand.class,
            SecretsCommand.class,
            StorageCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            CommandLine.HelpCommand.class
        })
final class AtlasCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say which command to run: atlas help lists them.");
    }
}
