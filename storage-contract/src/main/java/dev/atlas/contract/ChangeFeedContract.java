package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Link;
import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link ChangeFeed}: every committed write is in it, whole, and nothing else. */
abstract class ChangeFeedContract extends Concern {

    private static final int UNITS = 12;
    private static final Duration BOUND = Duration.ofSeconds(10);

    ChangeFeedContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Port<?, ?>> ports() {
        return Ports.all();
    }

    static List<Link<?, ?, ?>> links() {
        return Ports.links();
    }

    /** Adding, replacing and removing a record touch it, unless its kind belongs to this store alone. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void every_change_of_a_record_is_told(Port<K, A> port) {
        Kind kind = read(port::kindIn);
        Position start = storage().changes().position();
        A added = added(port);
        write((samples, each) -> port.in(each).replace(port.changed(added, samples, each)));
        removed(port, added);
        assertThat(Replica.after(storage(), start, 100))
                .filteredOn(each -> each.touches(kind, Copies.storedKey(added)))
                .hasSize(kind.moves() ? 3 : 0);
    }

    /** What goes or changes with a record that is removed is told with it, in the same transaction. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void what_changes_with_a_record_is_told(Link<P, K, C> link) {
        Kind parents = read(link.parent()::kindIn);
        Kind children = read(link.child()::kindIn);
        P parent = added(link.parent());
        C child = write((samples, each) ->
                link.child().in(each).add(link.childOf(link.parent().key(parent), samples, each)));
        Position start = storage().changes().position();
        if (link.whenGone() == WhenGone.REFUSED) {
            removed(link.child(), child);
        } else {
            removed(link.parent(), parent);
        }
        CommittedChanges last = Replica.after(storage(), start, 100).getLast();
        assertThat(last.touches(parents, Copies.storedKey(parent))).isEqualTo(link.whenGone() != WhenGone.REFUSED);
        assertThat(last.touches(children, Copies.storedKey(child))).isEqualTo(children.moves());
    }

    /** A row that somebody changes with the engine's own shell is told as if Atlas had done it. */
    @Test
    void changes_made_by_hand_are_told() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place);
                Shell shell = harness().shell(place)) {
            Kind users = storage.read(IdentitySamples.USERS::kindIn);
            UUID id = UUID.randomUUID();
            for (Runnable change : List.<Runnable>of(
                    () -> shell.addUser(id), () -> shell.changeUser(id), () -> shell.removeUser(id))) {
                Position start = storage.changes().position();
                change.run();
                assertThat(Replica.after(storage, start, 10))
                        .anyMatch(each -> each.touches(users, new RecordKey.OfId(id)));
            }
        }
    }

    /** However small a batch may be, all that a unit of work has touched is in one transaction of it. */
    @Test
    void a_unit_of_work_is_told_whole() {
        Position start = storage().changes().position();
        List<UUID> units = Collections.synchronizedList(new ArrayList<>());
        new UnitWriter(storage()).write(UNITS, units::add);
        for (int limit : List.of(1, 2, 5, 1_000)) {
            List<CommittedChanges> told = Replica.after(storage(), start, limit);
            for (UUID unit : units) {
                assertThat(told)
                        .as("with batches of %s", limit)
                        .filteredOn(each -> UnitWriter.touched(each, unit) > 0)
                        .hasSize(1)
                        .allMatch(each -> UnitWriter.touched(each, unit) == UnitWriter.PARTS);
            }
        }
    }

    /** What was rolled back is never told, also if other units were committed together with it. */
    @Test
    void a_unit_that_failed_is_not_told() {
        Kind users = read(IdentitySamples.USERS::kindIn);
        Position start = storage().changes().position();
        List<User> never = Collections.synchronizedList(new ArrayList<>());
        List<User> kept = Collections.synchronizedList(new ArrayList<>());
        Race.of(4, () -> {
            for (int i = 0; i < 5; i++) {
                kept.add(added(IdentitySamples.USERS));
                assertThatIllegalStateException()
                        .isThrownBy(() -> write((samples, each) -> {
                            never.add(IdentitySamples.USERS.add(samples, each));
                            throw new IllegalStateException("changed its mind");
                        }));
            }
        });
        List<CommittedChanges> told = Replica.after(storage(), start, 100);
        assertThat(kept).allMatch(user -> touches(told, users, user));
        assertThat(never).isNotEmpty().noneMatch(user -> touches(told, users, user));
    }

    /** What another process writes is told too; and of one that is killed, every unit is told whole or not at all. */
    @Test
    void a_killed_process_leaves_no_half_unit() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place)) {
            Position start = storage.changes().position();
            Crash crash = WriterProcess.killAtSpeed(harness().engine().name(), place, UNITS);
            // a server may still be doing what it was told just before the kill, and what was done meanwhile comes
            // after it
            Await.until(
                    BOUND,
                    () -> tellsAll(storage, start, crash.acknowledged()),
                    () -> "The feed does not tell all that was acknowledged: " + crash.acknowledged());
            Await.until(
                    BOUND,
                    () -> tellsWhatIsThere(storage, start, crash.running()),
                    () -> "The feed tells other parts than there are of " + crash.running());
        }
    }

    private static boolean tellsAll(Storage storage, Position start, List<UUID> units) {
        List<CommittedChanges> told = Replica.after(storage, start, 1);
        return units.stream().allMatch(unit -> touched(told, unit) == UnitWriter.PARTS);
    }

    private static boolean tellsWhatIsThere(Storage storage, Position start, List<UUID> units) {
        List<CommittedChanges> told = Replica.after(storage, start, 1);
        return units.stream()
                .allMatch(unit -> touched(told, unit) == storage.read(each -> UnitWriter.parts(each, unit)));
    }

    private static long touched(List<CommittedChanges> told, UUID unit) {
        return told.stream().mapToLong(each -> UnitWriter.touched(each, unit)).sum();
    }

    private static boolean touches(List<CommittedChanges> told, Kind kind, Record aggregate) {
        return told.stream().anyMatch(each -> each.touches(kind, Copies.storedKey(aggregate)));
    }
}
