package dev.atlas.domain.storage;

import java.util.Map;
import java.util.Set;

/** A kind of database Atlas can live on. Implementations are found through {@link java.util.ServiceLoader}. */
public interface StorageEngine {

    /** The name used in settings, answers and logs. */
    String name();

    /** Every name accepted in settings, {@link #name()} included. */
    Set<String> names();

    /** The setting that holds this engine's URL, such as {@code ATLAS_SQLITE_URL}. */
    String urlSetting();

    /** The URL used where the settings give none; uses {@code ATLAS_DATA}. Throws {@link CannotOpen} if there is no sensible one. */
    String defaultUrl(Map<String, String> environment);

    /** True if the scheme of this URL is this engine's. */
    boolean accepts(String url);

    /**
     * True if there is something at this URL; false if {@link #open} would make a new store there. Makes and changes
     * nothing. Throws {@link CannotOpen} if the URL or a setting is wrong or the server cannot be reached.
     */
    boolean holdsAnything(String url, Map<String, String> environment);

    /**
     * Opens the store, bringing its schema up to date. Throws {@link CannotOpen}, having changed nothing, if the URL or a
     * setting is wrong, the server cannot be reached, or what is there is not a store this version can use.
     *
     * @param url in the form {@link #accepts} likes
     * @param environment all settings, of which the engine reads its own (pool sizes, time-outs)
     */
    Storage open(String url, Map<String, String> environment);
}
