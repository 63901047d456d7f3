package dev.atlas.persistence.imports;

import dev.atlas.domain.Json;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.projects.ProjectRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("imported_rows")
@UniqueRule(
        name = ImportedRows.ONE_PER_KEY,
        columns = {"project_id", "source", "source_table", "source_key"})
public record ImportedRowRow(
        @Id UUID id,

        @MappedProperty("project_id") @RefersTo(value = ProjectRow.class, whenGone = WhenGone.REMOVE)
        UUID projectId,

        String source,
        @MappedProperty("source_table") String table,
        @MappedProperty("source_key") String key,
        @MappedProperty("entity_id") @Nullable UUID entity,
        @JsonColumn Json content,
        String digest,
        @MappedProperty("imported_at") @Micros Instant importedAt,
        @Version long version) {}
