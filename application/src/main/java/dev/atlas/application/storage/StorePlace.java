package dev.atlas.application.storage;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where a store is or is to be. Every method throws {@link CannotOpen} with one sentence naming the setting to change.
 *
 * @param setting the setting or the option that gave the URL
 * @param url may hold a password
 * @param environment all settings
 */
public record StorePlace(StorageEngine engine, String setting, String url, Map<String, String> environment) {

    private static final String OPTION = "--";

    /** True if something is there, a store or not. Changes nothing. */
    public boolean taken() {
        return named(() -> engine.holdsAnything(url, environment));
    }

    /** Opens the store, making it if nothing is there. */
    public Storage open() {
        return named(() -> engine.open(url, environment));
    }

    /** Opens the store, which must be there. */
    public Storage openExisting() {
        if (!taken()) {
            throw new CannotOpen(
                    given("There is no store at %s: set %s to one that is there, or make one with atlas serve."
                            .formatted(this, setting)));
        }
        return open();
    }

    /**
     * An engine says what to do about its own setting; where the URL came from an option, that is the one to change, and the
     * sentence begins with it.
     */
    private <T> T named(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (CannotOpen e) {
            String sentence = Objects.requireNonNull(e.getMessage());
            throw new CannotOpen(given(sentence.replace(engine.urlSetting(), setting)), e);
        }
    }

    private String given(String sentence) {
        return setting.startsWith(OPTION) ? setting + ": " + sentence : sentence;
    }

    /** The URL without user, password and parameters. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//.*@", "//");
    }
}
