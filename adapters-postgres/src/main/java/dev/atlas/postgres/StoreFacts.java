package dev.atlas.postgres;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;

/**
 * What a store knows of itself.
 *
 * @param id given when its schema was made
 * @param turn of which it is when it is opened
 * @param schema fingerprint of the kinds whose changes are logged
 * @param server the version of PostgreSQL
 */
record StoreFacts(Id<Storage> id, Fence.Turn turn, String schema, String server) {}
