package dev.atlas.application.providers;

import dev.atlas.domain.Json;

/**
 * A tool that a model may ask to be called.
 *
 * @param parameters a JSON schema of type object
 */
public record ToolOffer(String name, String description, Json.Obj parameters) {}
