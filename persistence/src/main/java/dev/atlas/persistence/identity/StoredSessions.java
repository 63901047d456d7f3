package dev.atlas.persistence.identity;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.Sessions;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class StoredSessions extends StoredById<Session, SessionRow> implements Sessions {

    StoredSessions(SessionRows rows, SessionRowMapper mapper, Engine engine) {
        super(SessionRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<Session> ofUser(Id<User> user, Page page) {
        Listing<SessionRow> sessions =
                Listing.of(SessionRow.class).whereEqual("user_id", user.value()).newestFirst("created_at", page);
        return Slice.of(
                all(sessions),
                page.limit(),
                session -> new Cursor(session.createdAt(), session.id().value()));
    }

    @Override
    public List<Session> expiredBefore(Instant time, int limit) {
        return all(Listing.of(SessionRow.class)
                .where(new Before("expires_at", time))
                .ascending("expires_at", "id")
                .atMost(limit));
    }
}
