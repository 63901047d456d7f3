package dev.atlas.application.providers;

/**
 * A tool the model wants called.
 *
 * @param id what its answer refers to; never blank, made up where a provider gives none
 * @param arguments JSON as the model wrote it, which may be broken
 */
public record ToolRequest(String id, String name, String arguments) {}
