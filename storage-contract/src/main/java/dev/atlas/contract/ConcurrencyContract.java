package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link Storage#write}: units that get into each other's way are run again, and each takes effect once. */
abstract class ConcurrencyContract extends Concern {

    private static final int THREADS = 6;
    private static final int TIMES = 8;
    private static final long HEAD_START = Duration.ofMillis(300).toMillis();

    ConcurrencyContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** Everybody reads a record and writes what they made of it; nothing anybody wrote is lost, and nobody is refused. */
    @Test
    void no_update_is_lost() {
        User user = added(IdentitySamples.USERS);
        Race race = Race.of(THREADS, () -> {
            for (int i = 0; i < TIMES; i++) {
                storage().write(each -> each.users()
                        .replace(each.users().find(user.id()).orElseThrow()));
            }
        });
        assertThat(race.wins()).isEqualTo(THREADS);
        check(each ->
                assertThat(each.users().find(user.id()).orElseThrow().version()).isEqualTo(THREADS * TIMES));
    }

    /**
     * One unit has read when another one changes what it read and commits first, where the engine lets units run side by
     * side. Then the first is run again, on what the other one left.
     */
    @Test
    void a_unit_that_was_overtaken_is_run_again() throws InterruptedException {
        User user = added(IdentitySamples.USERS);
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        Thread other = Thread.ofPlatform().start(() -> {
            await(hasRead, DisturbedStore.PATIENCE.toMillis());
            storage().write(each -> each.users()
                    .replace(each.users().find(user.id()).orElseThrow()));
            overtaken.countDown();
        });
        User written = storage()
                .write(each -> {
                    User found = each.users().find(user.id()).orElseThrow();
                    hasRead.countDown();
                    if (attempts.incrementAndGet() == 1) {
                        await(overtaken, HEAD_START);
                    }
                    return each.users().replace(Copies.with(found, "displayName", "version " + found.version()));
                })
                .value();
        other.join();
        User stored = read(each -> each.users().find(user.id())).orElseThrow();
        boolean runAgain = attempts.get() > 1;
        assertThat(written.displayName()).isEqualTo(runAgain ? "version 1" : "version 0");
        assertThat(stored.displayName()).isEqualTo(written.displayName());
        assertThat(stored.version()).isEqualTo(2);
    }

    /** What a unit that is run again did the first time leaves no trace: its records are added once. */
    @Test
    void what_is_run_again_takes_effect_once() {
        User owner = added(IdentitySamples.USERS);
        List<Project> projects = Collections.nCopies(THREADS, owner).stream()
                .map(each -> ProjectSamples.project(samples(), samples().id(), owner.id()))
                .toList();
        AtomicInteger next = new AtomicInteger();
        Race race = Race.of(THREADS, () -> {
            Project mine = projects.get(next.getAndIncrement());
            storage().write(each -> {
                each.users().replace(each.users().find(owner.id()).orElseThrow());
                return each.projects().add(mine);
            });
        });
        assertThat(race.wins()).isEqualTo(THREADS);
        check(each -> assertThat(each.users().find(owner.id()).orElseThrow().version())
                .isEqualTo(THREADS));
        projects.forEach(project ->
                check(each -> assertThat(each.projects().find(project.id())).contains(project)));
    }

    /** Whoever is refused because something is taken finds it taken, however soon they look. */
    @Test
    void what_a_unit_was_refused_for_can_be_seen() {
        User user = added(IdentitySamples.USERS);
        for (int i = 0; i < TIMES; i++) {
            Username name = new Username("rival." + i);
            User rival = Copies.with(user, "username", name);
            Race race = Race.of(THREADS, () -> {
                User mine = Copies.with(rival, "id", new Id<User>(UUID.randomUUID()));
                try {
                    storage().write(each -> each.users().add(mine));
                } catch (Conflict refused) {
                    check(each -> assertThat(each.users().named(name)).isPresent());
                    throw refused;
                }
            });
            assertThat(race.wins()).isOne();
        }
    }

    /** While units that write two records together are committed, no read ever finds one without the other. */
    @Test
    void half_a_unit_is_never_seen() throws InterruptedException {
        User one = added(IdentitySamples.USERS);
        User other = added(IdentitySamples.USERS);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < THREADS * TIMES; i++) {
                storage().write(each -> {
                    each.users().replace(each.users().find(one.id()).orElseThrow());
                    return each.users().replace(each.users().find(other.id()).orElseThrow());
                });
            }
            done.set(true);
        });
        while (!done.get() && writer.isAlive()) {
            storage().read(each -> {
                long first = each.users().find(one.id()).orElseThrow().version();
                assertThat(each.users().find(other.id()).orElseThrow().version())
                        .isEqualTo(first);
                return first;
            });
        }
        writer.join();
        assertThat(done).isTrue();
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
