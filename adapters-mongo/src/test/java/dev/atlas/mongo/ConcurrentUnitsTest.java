package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that meet in MongoDB, which has no foreign keys to settle it. */
class ConcurrentUnitsTest extends OpenStore {

    @Test
    void runsAUnitAgainThatMetAnother() throws Exception {
        User ann = added(user("ann"));
        AtomicInteger runs = new AtomicInteger();

        atOnce(
                8,
                () -> storage.write(r -> {
                    runs.incrementAndGet();
                    User found = r.users().find(ann.id()).orElseThrow();
                    return r.users().replace(found);
                }));

        long version =
                storage.<Long>read(r -> r.users().find(ann.id()).orElseThrow().version());
        assertThat(version).isEqualTo(8);
        assertThat(runs).hasValueGreaterThanOrEqualTo(8);
    }

    @Test
    void childrenOfOneParentAreAddedSideBySide() throws Exception {
        User ann = added(user("ann"));
        atOnce(4, () -> added(project(ann, UUID.randomUUID().toString())));
        AtomicInteger runs = new AtomicInteger();

        atOnce(
                4,
                () -> storage.write(r -> {
                    runs.incrementAndGet();
                    return r.projects().add(project(ann, UUID.randomUUID().toString()));
                }));

        assertThat(owned(ann, Page.first(20)).items()).hasSize(8);
        assertThat(runs.get()).isLessThan(12);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChildIsRefusedWhoseParentGoesMeanwhile(boolean hadChildren) {
        User owner = owner(hadChildren);

        refused(Conflict.REFERENCE, interrupted(owner, r -> r.projects().add(project(owner, "child")), r -> r.users()
                .remove(owner.id())));

        assertThat(owned(owner, Page.first(2)).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aParentStaysThatGetsAChildMeanwhile(boolean hadChildren) {
        User owner = owner(hadChildren);

        refused(Conflict.REFERENCE, interrupted(owner, r -> r.users().remove(owner.id()), r -> r.projects()
                .add(project(owner, "child"))));

        assertThat(storage.<Boolean>read(r -> r.users().find(owner.id()).isPresent()))
                .isTrue();
    }

    private User owner(boolean hadChildren) {
        User owner = added(user("owner"));
        if (hadChildren) {
            Project gone = added(project(owner, "gone"));
            storage.write(r -> r.projects().remove(gone.id()));
        }
        return owner;
    }

    /** Work that has begun to read when {@code intruder} is committed by another thread. */
    private Function<Repositories, Object> interrupted(
            User owner, Function<Repositories, Object> work, Function<Repositories, Object> intruder) {
        AtomicBoolean first = new AtomicBoolean(true);
        return r -> {
            r.users().find(owner.id());
            if (first.getAndSet(false)) {
                assertThat(CompletableFuture.supplyAsync(() -> storage.write(intruder)))
                        .succeedsWithin(30, TimeUnit.SECONDS);
            }
            return work.apply(r);
        };
    }
}
