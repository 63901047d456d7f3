package dev.atlas.mongo;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.Map;
import java.util.Set;

/** MongoDB: one database of a replica set, for any number of nodes. */
public final class Backend implements StorageEngine {

    @Override
    public String name() {
        return "mongo";
    }

    @Override
    public Set<String> names() {
        return Set.of("mongo", "mongodb");
    }

    @Override
    public String urlSetting() {
        return BackendSettings.URL;
    }

    @Override
    public String defaultUrl(Map<String, String> environment) {
        throw new CannotOpen(
                "There is no MongoDB to begin with: set " + BackendSettings.URL + " to " + BackendSettings.FORM + ".");
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("mongodb://") || url.startsWith("mongodb+srv://");
    }

    @Override
    public boolean holdsAnything(String url, Map<String, String> environment) {
        return StoreSchema.holdsAnything(BackendSettings.of(url, environment));
    }

    @Override
    public Storage open(String url, Map<String, String> environment) {
        return Store.open(BackendSettings.of(url, environment));
    }
}
