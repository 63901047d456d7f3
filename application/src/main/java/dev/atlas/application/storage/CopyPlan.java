package dev.atlas.application.storage;

import dev.atlas.domain.storage.StoreDescription;

/**
 * What a copy is about to do, having found nothing against it.
 *
 * @param contents what the source holds
 * @param present how many records an earlier run has put into the target already
 */
public record CopyPlan(StoreDescription source, StoreDescription target, StoreContents contents, long present) {}
