package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An engine of which every store has a bad day, or another fault. */
record FaultyEngine(StorageEngine engine, UnaryOperator<Storage> fault) implements StorageEngine {

    /** The place of this URL on such an engine. */
    static StorePlace at(String url, Faults faults) {
        return at(url, storage -> new FaultyStorage(storage, faults));
    }

    /** The same where each store has this fault. */
    static StorePlace at(String url, UnaryOperator<Storage> fault) {
        StorePlace place = StorageEngines.installed().at("--to", url, Map.of());
        return new StorePlace(new FaultyEngine(place.engine(), fault), place.setting(), url, Map.of());
    }

    @Override
    public Storage open(String url, Map<String, String> environment) {
        return fault.apply(engine.open(url, environment));
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Set<String> names() {
        return engine.names();
    }

    @Override
    public String urlSetting() {
        return engine.urlSetting();
    }

    @Override
    public String defaultUrl(Map<String, String> environment) {
        return engine.defaultUrl(environment);
    }

    @Override
    public boolean accepts(String url) {
        return engine.accepts(url);
    }

    @Override
    public boolean holdsAnything(String url, Map<String, String> environment) {
        return engine.holdsAnything(url, environment);
    }
}
