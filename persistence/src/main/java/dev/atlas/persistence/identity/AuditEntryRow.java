package dev.atlas.persistence.identity;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("audit_entries")
public record AuditEntryRow(
        @Id UUID id,
        @MappedProperty("occurred_at") @Micros Instant occurredAt,
        @MappedProperty("actor_id") @Nullable UUID actorId,
        @MappedProperty("actor_name") String actorName,
        String action,
        @MappedProperty("resource_type") String resourceType,
        @MappedProperty("resource_id") String resourceId,
        @MappedProperty("project_id") @Nullable UUID projectId,
        @MappedProperty("old_values") @JsonColumn Json oldValues,
        @MappedProperty("new_values") @JsonColumn Json newValues,
        @MappedProperty("session_id") @Nullable UUID sessionId,
        @MappedProperty("request_id") @Nullable String requestId,
        @Nullable String address,
        @Nullable String agent) {}
