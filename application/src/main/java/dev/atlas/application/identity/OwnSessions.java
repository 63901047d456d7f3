package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Where the caller is signed in, and signing out. */
public final class OwnSessions {

    private static final String ENDED = "session.ended";

    private final Foundation foundation;
    private final Standings standings;
    private final Audit audit;

    OwnSessions(Foundation foundation, Standings standings, Audit audit) {
        this.foundation = foundation;
        this.standings = standings;
        this.audit = audit;
    }

    /** The caller's sessions, newest first. */
    public CompletableFuture<Slice<Session>> list(Caller caller, Page page) {
        return foundation.storage().readAsync(from -> from.sessions().ofUser(caller.user(), page));
    }

    /**
     * Ends one of the caller's sessions; its tokens are good no longer.
     *
     * @throws Refusal.NotFound {@code session.not_found}, also for those of others
     */
    public Committed<Boolean> end(Caller caller, Id<Session> id) {
        return ending(to -> {
            Session session = to.sessions()
                    .find(id)
                    .filter(own -> own.userId().equals(caller.user()))
                    .orElseThrow(() -> new Refusal.NotFound("session.not_found", "There is no such session."));
            remove(to, caller, session.id());
            return true;
        });
    }

    /**
     * Ends the session of this request.
     *
     * @throws Refusal.NotAllowed {@code session.required} if it was sent with a personal token
     */
    public Committed<Boolean> signOut(Caller caller) {
        Id<Session> id = OwnSessions.of(caller);
        return ending(to -> {
            remove(to, caller, id);
            return true;
        });
    }

    /** The session of this request. Some things a personal token cannot do, whatever its scopes: renewing itself, say. */
    static Id<Session> of(Caller caller) {
        Id<Session> session = caller.session();
        if (session == null) {
            throw new Refusal.NotAllowed("session.required", "This needs a sign-in; a personal token cannot do it.");
        }
        return session;
    }

    /** Ends all sessions of a user. The caller forgets the standings afterwards. */
    static void endAll(Repositories to, Id<User> user) {
        Page page = Page.first(Page.MAX_LIMIT);
        Slice<Session> some;
        do {
            some = to.sessions().ofUser(user, page);
            some.items().forEach(session -> to.sessions().remove(session.id()));
        } while (some.next() != null);
    }

    private void remove(Repositories to, Caller caller, Id<Session> id) {
        if (to.sessions().remove(id)) {
            audit.record(to, caller, ENDED, new Resource("session", id.toString()), Changes.NONE);
        }
    }

    private Committed<Boolean> ending(Function<? super Repositories, Boolean> work) {
        try {
            return foundation.storage().write(work);
        } finally {
            standings.forget();
        }
    }
}
