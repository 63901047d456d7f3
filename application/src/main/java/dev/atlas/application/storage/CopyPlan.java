package dev.atlas.application.storage;

/**
 * What a copy is about to do, having found nothing against it.
 *
 * @param contents what the source holds
 * @param present how many records an earlier run has put into the target already
 */
public record CopyPlan(StoreContents contents, long present) {}
