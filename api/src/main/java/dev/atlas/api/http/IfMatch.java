package dev.atlas.api.http;

import org.jspecify.annotations.Nullable;

/**
 * The version a write is based on, from {@code If-Match}.
 *
 * @param version null if the client does not care
 */
public record IfMatch(@Nullable Long version) {}
