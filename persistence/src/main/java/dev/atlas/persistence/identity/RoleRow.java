package dev.atlas.persistence.identity;

import dev.atlas.persistence.Micros;
import dev.atlas.persistence.TextsColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@MappedEntity("roles")
public record RoleRow(
        @Id String id,
        String label,
        @Nullable String description,
        @TextsColumn List<String> permissions,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
