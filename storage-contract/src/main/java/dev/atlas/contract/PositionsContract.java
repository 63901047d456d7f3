package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link Position}: the places of commits in the feed of changes. */
abstract class PositionsContract extends Concern {

    PositionsContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** Each commit that changes something is behind all that were acknowledged before it. */
    @Test
    void later_commits_have_greater_positions() {
        Position last = storage().position();
        for (int i = 0; i < 20; i++) {
            Position next = storage()
                    .write(each -> IdentitySamples.USERS.add(samples(), each))
                    .position();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    /** Whoever got a position and then asks for the store's finds that it is reached, and reads what was written. */
    @Test
    void a_position_that_was_answered_is_reached() {
        for (int i = 0; i < 20; i++) {
            Committed<User> committed = storage().write(each -> IdentitySamples.USERS.add(samples(), each));
            assertThat(storage().position()).isGreaterThanOrEqualTo(committed.position());
            check(each -> assertThat(each.users().find(committed.value().id())).isPresent());
        }
    }

    /** A unit that changes nothing has a position too, and waiting for it ends. */
    @Test
    void a_unit_without_changes_has_a_position_that_is_reached() {
        User user = added(IdentitySamples.USERS);
        Position before = storage().position();
        Position nothing = storage().write(each -> each.users().find(user.id())).position();
        assertThat(nothing).isGreaterThanOrEqualTo(before);
        Await.until(
                DisturbedStore.PATIENCE,
                () -> storage().position().compareTo(nothing) >= 0,
                () -> "position " + nothing + " is never reached");
    }

    /** A replacement that changes no value is a change: somebody may wait for its version. */
    @Test
    void an_equal_replacement_is_a_change() {
        User user = added(IdentitySamples.USERS);
        Position before = storage().position();
        assertThat(storage().write(each -> each.users().replace(user)).position())
                .isGreaterThan(before);
    }

    /** With many writers each of them sees its own go up, and the store's never goes back. */
    @Test
    void positions_are_monotone_with_many_writers() {
        List<Position> answered = Collections.synchronizedList(new ArrayList<>());
        Race race = Race.of(6, () -> {
            Position last = storage().position();
            for (int i = 0; i < 10; i++) {
                Position mine = storage()
                        .write(each -> IdentitySamples.USERS.add(samples(), each))
                        .position();
                answered.add(mine);
                Position reached = storage().position();
                assertThat(mine).isGreaterThan(last);
                assertThat(reached).isGreaterThanOrEqualTo(last).isGreaterThanOrEqualTo(mine);
                last = mine;
            }
        });
        assertThat(race.wins()).isEqualTo(6);
        assertThat(answered).hasSize(60);
    }

    /** A unit that is refused does not move the store's position backwards, nor does anything wait for it. */
    @Test
    void a_refused_unit_leaves_the_position() {
        User user = added(IdentitySamples.USERS);
        Position before = storage().position();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> storage().write(each -> each.users().add(user)));
        assertThat(storage().position()).isGreaterThanOrEqualTo(before);
    }

    /** The position outlives the process. */
    @Test
    void a_reopened_store_goes_on_from_its_position() {
        String place = harness().emptyPlace();
        Storage first = harness().open(place);
        Position reached =
                first.write(each -> IdentitySamples.USERS.add(samples(), each)).position();
        first.close();
        try (Storage second = harness().open(place)) {
            assertThat(second.position()).isGreaterThanOrEqualTo(reached);
            Position next = second.write(each -> IdentitySamples.USERS.add(samples(), each))
                    .position();
            assertThat(next).isGreaterThan(reached);
        }
    }
}
