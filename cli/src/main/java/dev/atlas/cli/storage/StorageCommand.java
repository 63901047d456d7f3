package dev.atlas.cli.storage;

import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine.Command;

@Command(
        name = "storage",
        description = "Mirrors, compares, switches and copies stores, and shows what they hold.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            MirrorCommand.class,
            VerifyCommand.class,
            SwitchCommand.class,
            DetachCommand.class,
            CopyCommand.class
        })
public final class StorageCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say what to do: atlas storage --help lists it.");
    }
}
