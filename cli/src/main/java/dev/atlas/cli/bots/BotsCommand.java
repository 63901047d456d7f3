package dev.atlas.cli.bots;

import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine.Command;

@Command(
        name = "bots",
        description = "Sets up bots, and says who on chat platforms is which user, whether a server runs or not.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            SetupCommand.class,
            TestCommand.class,
            UsageCommand.class,
            RunCommand.class,
            ListAccountsCommand.class,
            LinkCommand.class,
            UnlinkCommand.class
        })
public final class BotsCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say what to do with bots: atlas bots --help lists it.");
    }
}
