package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changed something, or looked at what is not theirs. Outlives everything it names.
 *
 * @param action dotted, such as {@code user.deactivated}, at most 100 code points
 * @param project the project it happened in, if it did in one
 * @param session the sign-in it was done with; absent for personal tokens and the command line
 */
public record AuditEntry(
        Id<AuditEntry> id,
        Instant occurredAt,
        Actor actor,
        String action,
        Resource resource,
        @Nullable Id<Project> project,
        Changes changes,
        @Nullable Id<Session> session,
        Origin origin) {

    public AuditEntry {
        occurredAt = Instants.micros("occurred_at", occurredAt);
        action = Text.required("action", action, 100);
    }

    /**
     * Who did it, under the name of that time.
     *
     * @param id absent if it was no user: the command line, Atlas itself, or somebody who failed to sign in
     */
    public record Actor(@Nullable Id<User> id, String name) {
        public Actor {
            name = Text.required("actor", name, 64);
        }
    }

    /** What it was done to: its type, such as {@code user}, and its key as text. */
    public record Resource(String type, String id) {
        public Resource {
            type = Text.required("resource_type", type, 50);
            id = Text.storable("resource_id", id, 200);
        }
    }

    /**
     * Where it came from.
     *
     * @param requestId names the request in logs and answers
     * @param address at most 64 code points
     * @param agent what the client called itself, at most 512 code points
     */
    public record Origin(
            @Nullable String requestId,
            @Nullable String address,
            @Nullable String agent) {
        public Origin {
            requestId = Text.storableOrNull("request_id", requestId, 100);
            address = Text.storableOrNull("address", address, 64);
            agent = Text.storableOrNull("agent", agent, 512);
        }
    }
}
