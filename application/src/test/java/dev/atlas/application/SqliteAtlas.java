package dev.atlas.application;

import dev.atlas.application.identity.Keyring;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Storage;
import dev.atlas.sqlite.Backend;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Atlas on a new SQLite file, with people to work with it. Ids and times are the same in every run. */
public final class SqliteAtlas implements AutoCloseable {

    /** What the default role {@code member} may do in projects and tracking. */
    public static final Set<Permission> MEMBER = Set.of(
            Permission.PROJECT_VIEW, Permission.PROJECT_CREATE, Permission.TRACKING_VIEW, Permission.TRACKING_WRITE);

    private final TickingClock clock = new TickingClock();
    private final Storage storage;
    private final Foundation foundation;
    private final Atlas atlas;

    public SqliteAtlas(Path folder) {
        storage = new Backend().open("sqlite:" + folder.resolve("atlas.db"), Map.of());
        foundation = new Foundation(storage, clock, new Ids(clock, new Random(20260101)));
        atlas = Atlas.over(foundation, Keyring.of(Map.of("ATLAS_DATA", folder.toString())));
    }

    public Atlas atlas() {
        return atlas;
    }

    public TickingClock clock() {
        return clock;
    }

    public Storage storage() {
        return storage;
    }

    public Foundation foundation() {
        return foundation;
    }

    /** A new active user of this name with the permissions of a member. */
    public Caller member(String name) {
        return user(name, MEMBER);
    }

    /** A new active user of this name with every permission. */
    public Caller administrator(String name) {
        return user(name, EnumSet.allOf(Permission.class));
    }

    /** A new active user of this name with these permissions. */
    public Caller user(String name, Set<Permission> permissions) {
        Instant now = foundation.now();
        User user =
                new User(foundation.ids().next(), new Username(name), null, null, "member", null, true, now, now, 0);
        storage.write(repositories -> repositories.users().add(user));
        return new Caller(user.id(), name, permissions, null, new Caller.Origin("request-1", "127.0.0.1", "test"));
    }

    @Override
    public void close() {
        storage.close();
    }
}
