package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditEntry.Actor;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import org.jspecify.annotations.Nullable;

/** Tells the audit trail what is done, in the unit of work that does it: one is never kept without the other. */
public record Audit(Foundation foundation) {

    /** A caller did this to that. */
    public void record(Repositories to, Caller caller, String action, Resource resource, Changes changes) {
        record(to, caller, action, resource, null, changes);
    }

    /** A caller did this to that in a project. */
    public void record(
            Repositories to,
            Caller caller,
            String action,
            Resource resource,
            @Nullable Id<Project> project,
            Changes changes) {
        Actor actor = new Actor(caller.onCommandLine() ? null : caller.user(), caller.username());
        add(to, actor, action, resource, project, changes, caller.session(), caller.origin());
    }

    /** Somebody who is not signed in, or about to be, did this to an account. */
    void recordOf(Repositories to, User user, String action, @Nullable Id<Session> session, Caller.Origin origin) {
        Actor actor = new Actor(user.id(), user.username().value());
        add(to, actor, action, user(user), null, Changes.NONE, session, origin);
    }

    /**
     * Somebody on a chat platform did this, who has proven to be a user.
     *
     * @param user null if they have not
     */
    public void recordOnPlatform(
            Repositories to,
            @Nullable User user,
            BotPlatform platform,
            String action,
            Resource resource,
            Changes changes) {
        Actor actor = user == null
                ? new Actor(null, Words.of(platform))
                : new Actor(user.id(), user.username().value());
        add(to, actor, action, resource, null, changes, null, new Caller.Origin("bot", null, Words.of(platform)));
    }

    static Resource user(User user) {
        return new Resource("user", user.id().toString());
    }

    private void add(
            Repositories to,
            Actor actor,
            String action,
            Resource resource,
            @Nullable Id<Project> project,
            Changes changes,
            @Nullable Id<Session> session,
            Caller.Origin origin) {
        to.auditTrail()
                .add(new AuditEntry(
                        foundation.ids().next(),
                        foundation.now(),
                        actor,
                        action,
                        resource,
                        project,
                        changes,
                        session,
                        new AuditEntry.Origin(origin.requestId(), origin.address(), origin.agent())));
    }
}
