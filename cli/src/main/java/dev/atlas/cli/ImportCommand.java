package dev.atlas.cli;

import dev.atlas.cli.storage.ImportAtlasCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "import",
        description = "Brings data into the store of the settings.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportAtlasCommand.class})
final class ImportCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to import.");
    }
}
