package dev.atlas.mongo;

import dev.atlas.domain.storage.StoreDescription;

/**
 * What is known of a store once it is open.
 *
 * @param epoch of its positions
 * @param time the operation time at which it was opened
 */
record StoreFacts(StoreDescription description, long epoch, long time) {}
