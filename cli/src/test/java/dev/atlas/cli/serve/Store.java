package dev.atlas.cli.serve;

import dev.atlas.cli.storage.Engines;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A store that is served from, or mirrored to, as settings name it. */
record Store(String engine, String url) {

    /** One that is not there yet. */
    static Store on(String engine, Path folder) {
        return new Store(engine, Engines.url(engine, folder));
    }

    /** Those with which Atlas serves from this store. */
    Map<String, String> settings() {
        return settings("BACKEND", "URL");
    }

    /** The same, with a mirror. More can be added. */
    Map<String, String> mirroredTo(Store mirror) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(mirror.settings("MIRROR", "MIRROR_URL"));
        return settings;
    }

    private Map<String, String> settings(String name, String place) {
        return Map.of("ATLAS_STORAGE_" + name, engine, "ATLAS_STORAGE_" + place, url);
    }
}
