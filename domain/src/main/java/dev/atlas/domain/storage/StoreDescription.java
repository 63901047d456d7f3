package dev.atlas.domain.storage;

import dev.atlas.domain.Id;

/**
 * What a store is, for people and for checks before data moves.
 *
 * @param engine the engine's name, such as {@code sqlite}
 * @param url where it is, without a password
 * @param version the engine's own version
 * @param store the identity given to this store when its schema was made
 * @param step the newest schema step it has taken, numbered the same on every engine
 * @param schema fingerprint of the stored kinds; stores can exchange records only if theirs are equal
 */
public record StoreDescription(String engine, String url, String version, Id<Storage> store, int step, String schema) {}
