package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.application.Caller;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the caller is signed in.
 *
 * @param current true for the session of this very request
 */
@View
public record SessionView(
        Id<Session> id,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static SessionView of(Session session, Caller caller) {
        return new SessionView(
                session.id(),
                session.address(),
                session.agent(),
                session.createdAt(),
                session.usedAt(),
                session.expiresAt(),
                session.id().equals(caller.session()));
    }
}
