package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Invalid;
import org.junit.jupiter.api.Test;

/** Units that a rule ends, and what is left of them. */
class RefusedUnitsTest extends OpenStore {

    @Test
    void namesTheRuleThatIsBroken() {
        User ann = added(user("ann"));
        User bob = added(user("bob"));
        Project alpha = added(project(ann, "alpha"));

        refused("users_username", r -> r.users().add(user("ann")));
        refused("users_id", r -> r.users().add(user(ann.id(), "other")));
        refused(Projects.NAME_PER_OWNER, r -> r.projects().add(project(ann, "alpha")));
        refused(Conflict.REFERENCE, r -> r.projects().add(project(user("nobody"), "beta")));
        refused(Conflict.REFERENCE, r -> r.users().remove(ann.id()));
        storage.write(r -> r.projects().replace(alpha));
        refused(Conflict.VERSION, r -> r.projects().replace(alpha));
        refused(Conflict.VERSION, r -> r.projects().replace(project(bob, "never added")));
        assertThat(storage.write(r -> r.users().remove(bob.id())).value()).isTrue();
        assertThat(storage.write(r -> r.users().remove(bob.id())).value()).isFalse();
    }

    @Test
    void nothingIsKeptOnceAConflictWasMet() {
        User ann = added(user("ann"));

        refused("users_username", r -> {
            r.users().add(user("bob"));
            assertThatThrownBy(() -> r.users().add(user("ann"))).isInstanceOf(Conflict.class);
            return "caught";
        });
        refused(Conflict.VERSION, r -> {
            r.users().add(user("cid"));
            assertThatThrownBy(() -> r.users().replace(user("nobody"))).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> r.users().find(ann.id())).isInstanceOf(Conflict.class);
            return "caught";
        });

        assertThat(storage.<Long>read(r -> r.records().count(kind(r, "users")))).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotHold() {
        User ann = added(user("ann"));
        String huge = "{\"x\":\"" + "x".repeat(17_000_000) + "\"}";
        assertThatThrownBy(() -> added(project(ann, "huge", NOW, huge))).isInstanceOf(Invalid.class);
    }

    @Test
    void guardsItsUnits() {
        Repositories[] kept = new Repositories[1];
        storage.read(r -> kept[0] = r);

        assertThatThrownBy(() -> kept[0].users().find(user("x").id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.read(r -> r.users().add(user("x")))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.write(r -> storage.write(s -> 1))).isInstanceOf(IllegalStateException.class);
    }
}
