package dev.atlas.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; absent at the end
 */
@Serdeable
public record Listed<V>(List<V> items, @Nullable String next) {}
