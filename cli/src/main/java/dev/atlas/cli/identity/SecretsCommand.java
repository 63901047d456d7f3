package dev.atlas.cli.identity;

import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine.Command;

@Command(
        name = "secrets",
        description = "Changes the key that secrets are encrypted with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RotateCommand.class)
public final class SecretsCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say what to do with secrets: atlas secrets --help lists it.");
    }
}
