package dev.atlas.postgres;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.Map;
import java.util.Set;

/** PostgreSQL, version 14 or later: one database on a server, for any number of processes. */
public final class Backend implements StorageEngine {

    /** The setting that every refusal names. */
    static final String URL_SETTING = "ATLAS_POSTGRES_URL";

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Set<String> names() {
        return Set.of("postgres", "postgresql");
    }

    @Override
    public String urlSetting() {
        return URL_SETTING;
    }

    @Override
    public String defaultUrl(Map<String, String> environment) {
        throw new CannotOpen(
                "PostgreSQL has no address to assume: set " + URL_SETTING + " to " + DatabaseUrl.FORM + ".");
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("postgresql://") || url.startsWith("postgres://");
    }

    @Override
    public boolean holdsAnything(String url, Map<String, String> environment) {
        return new StoreSchema(new Connections(BackendSettings.of(url, environment))).holdsAnything();
    }

    @Override
    public Storage open(String url, Map<String, String> environment) {
        return Store.open(BackendSettings.of(url, environment));
    }
}
