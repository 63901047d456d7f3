package dev.atlas.persistence.imports;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("legacy_rows")
public record LegacyRowRow(
        @Id UUID id,
        String source,
        @MappedProperty("source_table") String table,
        @MappedProperty("source_key") String key,
        @MappedProperty("entity_id") @Nullable UUID entity,
        @JsonColumn Json content,
        String digest,
        @MappedProperty("imported_at") @Micros Instant importedAt,
        @Version long version) {}
