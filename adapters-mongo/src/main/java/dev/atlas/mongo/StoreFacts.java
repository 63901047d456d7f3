package dev.atlas.mongo;

import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;

/**
 * What is known of a store once it is open.
 *
 * @param term in which it was opened
 * @param time the operation time at which it was opened
 */
record StoreFacts(StoreDescription description, Term term, long time) {}
