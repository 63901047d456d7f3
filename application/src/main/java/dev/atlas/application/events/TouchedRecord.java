package dev.atlas.application.events;

/**
 * A record that was added, changed or removed.
 *
 * @param kind such as {@code projects}
 * @param key its id or name, as text
 * @param gone true if it is not there any more
 */
public record TouchedRecord(String kind, String key, boolean gone) {}
