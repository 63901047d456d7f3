package dev.atlas.application.identity;

/**
 * What putting something in its place left.
 *
 * @param added true if there was none before
 */
public record Placed<T>(T stored, boolean added) {}
