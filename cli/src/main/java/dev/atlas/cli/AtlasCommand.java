package dev.atlas.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "atlas",
        description = "Users, projects and experiments on SQLite, PostgreSQL or MongoDB, and the way between them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ServeCommand.class, CommandLine.HelpCommand.class})
final class AtlasCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which command to run.");
    }
}
