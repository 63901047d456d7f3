package dev.atlas.domain.storage;

/** What a unit of work returned, and the position at which whoever follows the change feed has seen all of it. */
public record Committed<R>(R value, Position position) {}
