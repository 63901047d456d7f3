package dev.atlas.application.storage;

import org.jspecify.annotations.Nullable;

/**
 * Two values of one field that should be equal, in their canonical form. Those of secrets are not shown, long ones only
 * from a little before the place where they part.
 *
 * @param source null if absent there
 * @param target null if absent there
 */
public record FieldDifference(
        String field, @Nullable String source, @Nullable String target) {}
