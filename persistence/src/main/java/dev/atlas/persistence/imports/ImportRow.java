package dev.atlas.persistence.imports;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("imports")
@LocalToStore
public record ImportRow(
        @Id UUID id,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        String project,
        String source,
        @MappedProperty("dry_run") boolean dryRun,
        String state,
        @MappedProperty("source_table") @Nullable String table,
        @MappedProperty("rows_read") long rowsRead,
        @JsonColumn @Nullable Json report,
        @Nullable String code,
        @Nullable String detail,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("heard_at") @Micros Instant heardAt,
        @MappedProperty("ended_at") @Micros @Nullable Instant endedAt,
        @Version long version) {}
