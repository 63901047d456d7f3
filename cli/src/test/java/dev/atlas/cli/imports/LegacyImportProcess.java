package dev.atlas.cli.imports;

import dev.atlas.application.Atlas;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.cli.storage.Engines;
import dev.atlas.cli.storage.StandingProcess;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;

/**
 * An import of the predecessor's file that stands still once some rows of a table are settled, so that it can be killed there.
 * Arguments: the URL of the store, a folder for its keys, the file, the table.
 */
final class LegacyImportProcess {

    private LegacyImportProcess() {}

    public static void main(String[] arguments) {
        try (Storage storage = Engines.open(arguments[0])) {
            Atlas atlas = atlas(storage, Path.of(arguments[1]));
            atlas.identity().bootstrap().run("correct horse 1");
            atlas.imports().legacy().run(request(Path.of(arguments[2])), (table, rows) -> {
                if (table.equals(arguments[3])) {
                    StandingProcess.standStill();
                }
            });
        }
    }

    /** The same without standing still. */
    static ImportReport run(Storage storage, Path folder, Path file) {
        return atlas(storage, folder).imports().legacy().run(request(file));
    }

    private static LegacyImportRequest request(Path file) {
        return new LegacyImportRequest(file, null, LegacyImportRequest.DEFAULT_SOURCE, null, false);
    }

    private static Atlas atlas(Storage storage, Path folder) {
        Clock clock = Clock.systemUTC();
        return Atlas.over(
                new Foundation(storage, clock, new Ids(clock, new Random())),
                Keyring.of(Map.of("ATLAS_DATA", folder.toString())));
    }
}
