package dev.atlas.cli;

import dev.atlas.cli.imports.ImportEegCommand;
import dev.atlas.cli.imports.ImportLegacyCommand;
import dev.atlas.cli.storage.ImportAtlasCommand;
import dev.atlas.domain.storage.CannotOpen;
import picocli.CommandLine.Command;

@Command(
        name = "import",
        description = "Brings data into the store of the settings.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportAtlasCommand.class, ImportEegCommand.class, ImportLegacyCommand.class})
final class ImportCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotOpen("Say what to import: atlas import --help lists it.");
    }
}
