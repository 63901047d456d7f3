package dev.atlas.application.storage;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;

/**
 * Where records come from.
 *
 * @param store the store, or the one an export was made of
 * @param name for people: the URL without a password, or the folder of the export
 * @param schema fingerprint of its kinds
 */
public record Origin(Id<Storage> store, String name, String schema) {

    public static Origin of(StoreDescription store) {
        return new Origin(store.store(), store.url(), store.schema());
    }
}
