package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param userId absent if no user did it
 * @param username who did it, under the name of that time
 * @param oldValues of the changed fields only
 * @param newValues of the changed fields only; secrets are masked
 */
@View
public record AuditEntryView(
        Id<AuditEntry> id,
        Instant timestamp,
        @Nullable Id<User> userId,
        String username,
        String actionType,
        String resourceType,
        String resourceId,
        @Nullable Id<Project> projectId,
        Json.Obj oldValues,
        Json.Obj newValues,
        @Nullable Id<Session> sessionId,
        @Nullable String requestId,
        @Nullable String ipAddress,
        @Nullable String userAgent) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.id(),
                entry.occurredAt(),
                entry.actor().id(),
                entry.actor().name(),
                entry.action(),
                entry.resource().type(),
                entry.resource().id(),
                entry.project(),
                entry.changes().before(),
                entry.changes().after(),
                entry.session(),
                entry.origin().requestId(),
                entry.origin().address(),
                entry.origin().agent());
    }
}
