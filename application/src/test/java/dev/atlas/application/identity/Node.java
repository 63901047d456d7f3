package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.Refusal;
import dev.atlas.application.TickingClock;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One process that serves identity over a store, of which others may serve the same; its time passes when told to. */
final class Node {

    static final String PASSWORD = "correct horse";
    static final Caller.Origin DESK = new Caller.Origin("request-1", "192.0.2.1", "desk");
    static final Caller.Origin CAFE = new Caller.Origin("request-2", "192.0.2.2", "phone");

    final Storage storage;
    final TickingClock clock = new TickingClock();
    final AtomicLong nanos = new AtomicLong();
    final IdentityUseCases identity;

    Node(Storage storage, Keyring keyring) {
        this.storage = storage;
        Foundation foundation = new Foundation(storage, clock, new Ids(clock, new Random()));
        this.identity = IdentityUseCases.over(foundation, keyring, nanos::get, Runnable::run);
    }

    /** A node over a store that has the user {@code admin} with {@link #PASSWORD}. */
    static Node ready(Storage storage, Keyring keyring) {
        Node node = new Node(storage, keyring);
        node.identity.bootstrap().run(PASSWORD);
        return node;
    }

    void advance(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    Tokens signIn(String username) {
        return identity.signIn().signIn(username, PASSWORD, DESK).value();
    }

    Caller caller(String bearer) {
        return await(identity.authentication().authenticate(bearer, DESK));
    }

    Caller admin() {
        return caller(signIn("admin").access());
    }

    User user(Caller by, String name, String role) {
        return identity.users()
                .create(by, new NewUser(name, PASSWORD, null, null, role))
                .value();
    }

    /** A role of these permissions, made by an administrator. */
    void role(Caller by, String name, Permission... permissions) {
        RoleChanges wanted = new RoleChanges(Change.kept(), Change.kept(), Change.to(Set.of(permissions)));
        identity.roles().create(by, name, wanted);
    }

    UserChanges toRole(String role) {
        return new UserChanges(Change.kept(), Change.kept(), Change.to(role));
    }

    List<AuditEntry> audit(String action) {
        return storage.<Slice<AuditEntry>>read(from ->
                        from.auditTrail().list(new AuditFilter(null, null, action, null, null), Page.first(200)))
                .items();
    }

    /** The answer, or what it failed with. */
    static <R> R await(Future<R> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** The code of the refusal that {@code act} ends with. */
    static String refusal(Runnable act) {
        try {
            act.run();
        } catch (Refusal e) {
            return e.code();
        }
        return "done";
    }
}
