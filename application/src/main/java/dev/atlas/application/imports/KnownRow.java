package dev.atlas.application.imports;

import dev.atlas.domain.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a source, as it is to be remembered or was remembered at the last import.
 *
 * @param id of what remembers it
 * @param entity the id of what it became; absent if the row itself is all that is kept
 */
record KnownRow(
        UUID id, String table, String key, @Nullable UUID entity, Json.Obj content, String digest, long version) {}
