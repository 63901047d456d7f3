package dev.atlas.cli.storage;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "storage",
        description = "Copies and compares stores, and shows what they hold.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CopyCommand.class, VerifyCommand.class, StatusCommand.class})
public final class StorageCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: copy, verify or status.");
    }
}
