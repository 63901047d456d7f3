package dev.atlas.application.storage;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The engines on the class path. Opens exactly the one that is named, never another. Every method throws {@link CannotOpen}
 * with one sentence naming the setting to change.
 */
public record StorageEngines(List<StorageEngine> engines) {

    /** Names the engine that serves; {@code sqlite} unless set. */
    public static final String BACKEND = "ATLAS_STORAGE_BACKEND";

    /** Overrides the URL of the named engine. */
    public static final String URL = "ATLAS_STORAGE_URL";

    /** Names the engine of the mirror; there is none unless set. */
    public static final String MIRROR = "ATLAS_STORAGE_MIRROR";

    /** Overrides the URL of the engine that {@link #MIRROR} names. */
    public static final String MIRROR_URL = "ATLAS_STORAGE_MIRROR_URL";

    private static final String DEFAULT = "sqlite";

    public StorageEngines {
        engines = engines.stream()
                .sorted(Comparator.comparing(StorageEngine::name))
                .toList();
    }

    /** Those that {@link ServiceLoader} finds. */
    public static StorageEngines installed() {
        return new StorageEngines(ServiceLoader.load(StorageEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** The place the settings name. */
    public StorePlace named(Map<String, String> environment) {
        return named(environment, BACKEND, setting(environment, BACKEND, DEFAULT), URL);
    }

    /** Where the settings say that the mirror is, if they name one. */
    public Optional<StorePlace> mirror(Map<String, String> environment) {
        String name = setting(environment, MIRROR, "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        StorePlace mirror = named(environment, MIRROR, name, MIRROR_URL);
        if (mirror.url().equals(named(environment).url())) {
            throw new CannotOpen("%s names the store that is served from: name another one, or set %s."
                    .formatted(MIRROR, MIRROR_URL));
        }
        return Optional.of(mirror);
    }

    /** The place of the engine {@code name}, which {@code given} gave; its URL is in {@code override} or its own setting. */
    private StorePlace named(Map<String, String> environment, String given, String name, String override) {
        StorageEngine engine = engine(given, name);
        for (String setting : List.of(override, engine.urlSetting())) {
            String url = setting(environment, setting, "");
            if (!url.isEmpty()) {
                return new StorePlace(engine, setting, accepted(engine, setting, url, given), environment);
            }
        }
        return new StorePlace(engine, engine.urlSetting(), engine.defaultUrl(environment), environment);
    }

    /** The place of this URL, whatever the settings say of engines. {@code option} names where the URL was given. */
    public StorePlace at(String option, String url, Map<String, String> environment) {
        StorageEngine engine = engines.stream()
                .filter(each -> each.accepts(url))
                .findFirst()
                .orElseThrow(() -> new CannotOpen(option + ": this names no known engine: write sqlite:PATH,"
                        + " postgresql://user:password@host:port/db or mongodb://host:port/db."));
        return new StorePlace(engine, option, url, environment);
    }

    /** Opens the store at this URL, making it if nothing is there. */
    public Storage open(String option, String url, Map<String, String> environment) {
        return at(option, url, environment).open();
    }

    private static String accepted(StorageEngine engine, String setting, String url, String given) {
        if (!engine.accepts(url)) {
            throw new CannotOpen("The URL in %s is not one of the engine %s that %s names: change one of them."
                    .formatted(setting, engine.name(), given));
        }
        return url;
    }

    private StorageEngine engine(String given, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return engines.stream()
                .filter(engine -> engine.names().contains(wanted))
                .findFirst()
                .orElseThrow(() -> new CannotOpen(
                        "%s is \"%s\", which is no engine: set it to one of %s.".formatted(given, name, names())));
    }

    private String names() {
        return engines.stream()
                .flatMap(engine -> engine.names().stream().sorted())
                .collect(Collectors.joining(", "));
    }

    private static String setting(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
