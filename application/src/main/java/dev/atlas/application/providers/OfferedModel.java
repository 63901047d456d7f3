package dev.atlas.application.providers;

import org.jspecify.annotations.Nullable;

/**
 * A model that can be asked for.
 *
 * @param label its name for people, if the provider gives one
 * @param contextTokens how much it can be sent, if the provider tells
 */
public record OfferedModel(
        String id, @Nullable String label, @Nullable Long contextTokens) {}
