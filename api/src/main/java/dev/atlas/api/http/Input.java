package dev.atlas.api.http;

/**
 * A record that is read from a JSON body, strictly: members are its components in snake_case, {@code @Nullable} ones may be
 * left out or null, anything else unknown or of the wrong type is a {@link BadRequest} naming it.
 */
public interface Input {}
