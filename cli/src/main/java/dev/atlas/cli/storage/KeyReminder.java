package dev.atlas.cli.storage;

import dev.atlas.cli.Terminal;
import dev.atlas.domain.storage.Storage;

/** Tells whoever moves records without the keys to their secrets that these are to be brought too. */
record KeyReminder(Storage storage) {

    private static final String NOTE =
            "Note: this holds encrypted values, and their keys do not travel with an export: bring secret.key from the"
                    + " ATLAS_DATA of the source to that of the target, or set ATLAS_SECRET_KEY there to what it holds.";

    /** Does so on standard error, if anything in the store is encrypted. */
    void print(Terminal terminal) {
        boolean encrypted = storage.read(from -> !from.encryptionKeys().all().isEmpty());
        if (encrypted) {
            terminal.err().println(NOTE);
        }
    }
}
