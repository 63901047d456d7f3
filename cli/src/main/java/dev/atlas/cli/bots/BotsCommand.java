package dev.atlas.cli.bots;

import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine.Command;

@Command(
        name = "bots",
        description = "Says who on chat platforms is which user, whether a server runs or not.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListAccountsCommand.class, LinkCommand.class, UnlinkCommand.class})
public final class BotsCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say what to do with bots: atlas bots --help lists it.");
    }
}
