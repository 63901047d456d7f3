package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Keeping up with a {@link ChangeFeed}: from any place, while others write, and until there is nothing more. */
abstract class FollowingContract extends Concern {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int WRITERS = 4;
    private static final int ROUNDS = 6;

    FollowingContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /**
     * Whoever copies everything and then takes over what the feed tells, while many write, ends with what the store holds,
     * no matter in which order the writers commit.
     */
    @Test
    void a_copy_that_follows_ends_equal() {
        User shared = added(IdentitySamples.USERS);
        Replica replica = new Replica(storage());
        CompletableFuture<Race> writers =
                CompletableFuture.supplyAsync(() -> Race.of(WRITERS, () -> writeAlot(shared)));
        while (!writers.isDone()) {
            replica.follow(7);
        }
        assertThat(writers.join().wins()).isEqualTo(WRITERS);
        Position end = storage().position();
        Await.until(BOUND, () -> !replica.follow(7) && replica.hasReached(end), () -> "the feed never reaches " + end);
        assertThat(replica.records()).isEqualTo(Replica.copy(storage()));
    }

    /** Wherever a follower stopped, it goes on from there and ends with what the store holds. */
    @Test
    void every_transaction_is_a_place_to_resume_from() {
        User shared = added(IdentitySamples.USERS);
        Position start = storage().changes().position();
        Race.of(WRITERS, () -> writeAlot(shared));
        List<CommittedChanges> all = Replica.after(storage(), start, 1_000);
        assertThat(all).extracting(CommittedChanges::position).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 3)) {
            assertThat(Replica.after(storage(), all.get(i).position(), 20)).isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    /** Every position that a write was answered is reached, also by a unit that changed nothing. */
    @Test
    void the_feed_reaches_every_position_that_was_answered() {
        User user = added(IdentitySamples.USERS);
        List<Position> answered = new ArrayList<>();
        answered.add(storage()
                .write(each -> IdentitySamples.USERS.add(samples(), each))
                .position());
        answered.add(storage().write(each -> each.users().find(user.id())).position());
        Await.until(
                BOUND,
                () -> answered.stream()
                        .allMatch(each -> storage().changes().position().compareTo(each) >= 0),
                () -> "the feed never reaches " + answered);
    }

    /** A follower that has nothing to do sleeps until somebody writes, in this process or through another storage. */
    @Test
    void waiting_ends_with_the_next_write() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place);
                Storage other = harness().open(place)) {
            for (Storage writer : List.of(storage, other)) {
                Position end = storage.changes().position();
                CompletableFuture<Changes> waiting =
                        CompletableFuture.supplyAsync(() -> storage.changes().read(end, 10, BOUND));
                writer.write(each -> IdentitySamples.USERS.add(samples(), each));
                long written = System.nanoTime();
                assertThat(Replica.batch(waiting.join()).transactions()).hasSize(1);
                assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    /** Where nothing happens a batch without transactions is answered when patience is over. */
    @Test
    void waiting_is_bounded() {
        try (Storage storage = harness().open(harness().emptyPlace())) {
            Position end = storage.changes().position();
            Changes.Batch batch = Replica.batch(storage.changes().read(end, 10, Duration.ofMillis(150)));
            assertThat(batch.transactions()).isEmpty();
            assertThat(batch.position()).isGreaterThanOrEqualTo(end);
        }
    }

    /** Who asks for what was forgotten is told so instead of getting a part of it; who starts over is served. */
    @Test
    void a_trimmed_position_is_told() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place)) {
            Position start = storage.changes().position();
            storage.write(each -> IdentitySamples.USERS.add(samples(), each));
            harness().forgetChanges(place);
            assertThat(storage.changes().read(start, 10, BOUND)).isInstanceOf(Changes.Trimmed.class);
            Replica replica = new Replica(storage);
            storage.write(each -> IdentitySamples.USERS.add(samples(), each));
            Await.until(BOUND, () -> replica.follow(10), () -> "nothing is told any more");
            assertThat(replica.records()).isEqualTo(Replica.copy(storage));
        }
    }

    /** A position of another epoch, or one that this store has not reached, says nothing here. */
    @Test
    void a_foreign_position_is_told() {
        Position end = storage().changes().position();
        Position otherEpoch = new Position(end.epoch() + 1, end.sequence());
        Position never = new Position(end.epoch(), end.sequence() + (1L << 40));
        for (Position foreign : List.of(otherEpoch, never)) {
            assertThat(storage().changes().read(foreign, 10, BOUND)).isInstanceOf(Changes.Trimmed.class);
        }
    }

    /** With a limit of nothing nobody would get on. */
    @Test
    void a_limit_is_at_least_one() {
        ChangeFeed feed = storage().changes();
        Position end = feed.position();
        assertThatIllegalArgumentException().isThrownBy(() -> feed.read(end, 0, Duration.ZERO));
    }

    /** Closing the store ends all waiting, and whoever asks afterwards is refused. */
    @Test
    void a_closed_store_tells_nothing() {
        Storage storage = harness().open(harness().emptyPlace());
        ChangeFeed feed = storage.changes();
        Position end = feed.position();
        CompletableFuture<Changes> waiting = CompletableFuture.supplyAsync(() -> feed.read(end, 10, BOUND));
        storage.close();
        assertThat(waiting).failsWithin(BOUND).withThrowableThat().withCauseInstanceOf(Unavailable.class);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(feed::position);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> feed.read(end, 10, Duration.ZERO));
    }

    /** Adds, changes and removes records of its own, and changes one that all change. */
    private void writeAlot(User shared) {
        for (int i = 0; i < ROUNDS; i++) {
            User mine = write((samples, each) -> {
                User user = IdentitySamples.USERS.add(samples, each);
                each.projects().add(ProjectSamples.project(samples, samples.id(), user.id()));
                return user;
            });
            switch (i % 3) {
                case 0 -> write((samples, each) -> change(samples, each, shared));
                case 1 -> write((samples, each) -> change(samples, each, mine));
                default -> removed(IdentitySamples.ROLES, added(IdentitySamples.ROLES));
            }
        }
    }

    private static User change(Samples samples, Repositories repositories, User user) {
        User found = repositories.users().find(user.id()).orElseThrow();
        return repositories.users().replace(IdentitySamples.USERS.changed(found, samples, repositories));
    }
}
