package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.Advance.Reason;
import dev.atlas.domain.storage.Advance.StartOver;
import dev.atlas.domain.storage.Advance.Step;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link ChangeFeed#advance}: every step leads to one state of the store, whoever writes meanwhile. */
abstract class AdvanceContract extends Concern {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int WRITERS = 3;
    private static final int UNITS = 8;

    AdvanceContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /**
     * Whoever begins with nothing and takes over one small stretch after the other, while many write, has after every step
     * one state of what it has copied, and at last of everything.
     */
    @Test
    void every_step_is_exact() {
        Transfers transfers = new Transfers(storage(), samples());
        List<UUID> units = Collections.synchronizedList(new ArrayList<>());
        new UnitWriter(storage()).write(UNITS, units::add);
        ExactCopy copy = new ExactCopy(storage());
        CompletableFuture<Race> writers =
                CompletableFuture.supplyAsync(() -> Race.of(WRITERS, () -> writeAlot(transfers, units)));
        while (!writers.isDone() || !copy.whole()) {
            copy.next(7);
            assertExact(copy, transfers, units);
        }
        assertThat(writers.join().wins()).isEqualTo(WRITERS);
        Position end = storage().position();
        Await.until(BOUND, () -> copy.next(7).records() == 0 && copy.hasReached(end), () -> "never reaches " + end);
        assertThat(copy.records()).isEqualTo(Replica.copy(storage()));
    }

    private void writeAlot(Transfers transfers, List<UUID> units) {
        for (int i = 0; i < UNITS; i++) {
            transfers.transfer();
            new UnitWriter(storage()).write(1, units::add);
            transfers.transfer();
            removed(IdentitySamples.ROLES, added(IdentitySamples.ROLES));
        }
    }

    private static void assertExact(ExactCopy copy, Transfers transfers, List<UUID> units) {
        transfers.sum(key -> copy.find("users", key)).ifPresent(sum -> assertThat(sum)
                .isEqualTo(Transfers.SUM));
        if (copy.whole()) {
            for (UUID unit : List.copyOf(units)) {
                long parts = UnitWriter.keys(unit).stream()
                        .filter(key -> copy.find("users", key) != null || copy.find("projects", key) != null)
                        .count();
                assertThat(parts).isIn(0L, UnitWriter.PARTS);
            }
        }
    }

    /** By stretches every record of every kind that moves is found, and nothing else. */
    @Test
    void stretches_find_everything() {
        for (Port<?, ?> port : Ports.all()) {
            added(port);
            added(port);
        }
        ExactCopy copy = new ExactCopy(storage());
        while (!copy.whole()) {
            copy.next(3);
        }
        assertThat(copy.records()).isEqualTo(Replica.copy(storage()));
    }

    /** Nothing of a unit is told before it is committed, and then all of it. */
    @Test
    void a_unit_is_told_when_it_is_committed() {
        UUID unit = UUID.randomUUID();
        Position start = storage().changes().position();
        List<Step> during = new ArrayList<>();
        new UnitWriter(storage())
                .writeHalf(
                        unit,
                        () -> during.add(CompletableFuture.supplyAsync(() -> ExactCopy.step(storage(), start, null))
                                .join()));
        assertThat(told(during.getLast(), unit)).isZero();
        List<Step> after = new ArrayList<>();
        Position reached = during.getLast().position();
        Await.until(
                BOUND,
                () -> {
                    after.add(ExactCopy.step(storage(), reached, null));
                    return told(after.getLast(), unit) > 0;
                },
                () -> "the unit is never told");
        assertThat(told(after.getLast(), unit)).isEqualTo(UnitWriter.PARTS);
        assertThat(after.getLast().transactions()).isPositive();
    }

    private static long told(Step step, UUID unit) {
        return step.touched().stream()
                .flatMap(touched -> touched.present().stream())
                .filter(record -> UnitWriter.keys(unit).contains(record.key()))
                .count();
    }

    /** A row that somebody changes with the engine's own shell is told as it is then. */
    @Test
    void changes_made_by_hand_are_told() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place);
                Shell shell = harness().shell(place)) {
            RecordKey key = new RecordKey.OfId(UUID.randomUUID());
            UUID id = (UUID) key.raw();
            ExactCopy copy = new ExactCopy(storage);
            for (Runnable change : List.<Runnable>of(
                    () -> shell.addUser(id), () -> shell.changeUser(id), () -> shell.removeUser(id))) {
                change.run();
                Await.until(
                        BOUND,
                        () -> copy.next(100).touched().stream().anyMatch(each -> names(each, key)),
                        () -> "the change is never told");
                while (!copy.whole()) {
                    copy.next(100);
                }
                assertThat(copy.records()).isEqualTo(Replica.copy(storage));
            }
        }
    }

    private static boolean names(Advance.Touched touched, RecordKey key) {
        return touched.gone().contains(key)
                || touched.present().stream().anyMatch(each -> each.key().equals(key));
    }

    /** A record that was changed, removed and added again is told once, as it is now. */
    @Test
    void a_record_is_told_once() {
        Kind roles = read(IdentitySamples.ROLES::kindIn);
        Position start = storage().changes().position();
        var role = added(IdentitySamples.ROLES);
        removed(IdentitySamples.ROLES, role);
        var again = write((samples, each) -> each.roles().add(role));
        Step step = ExactCopy.step(storage(), start, null);
        assertThat(step.touched()).hasSize(1);
        assertThat(step.touched().getFirst().kind()).isEqualTo(roles);
        assertThat(step.touched().getFirst().gone()).isEmpty();
        assertThat(step.touched().getFirst().present())
                .singleElement()
                .satisfies(each -> assertThat(each.key().raw()).isEqualTo(again.name()));
    }

    /** Who was away for so long that too much was written must begin anew. */
    @Test
    void too_much_is_told() {
        Position start = storage().changes().position();
        new UnitWriter(storage()).write(1, unit -> {});
        Await.until(
                BOUND,
                () -> ExactCopy.step(storage(), start, null).records() >= UnitWriter.PARTS,
                () -> "the unit is never told");
        assertThat(storage().changes().advance(start, null, (int) UnitWriter.PARTS - 1))
                .isEqualTo(new StartOver(Reason.TOO_MUCH));
    }

    /** Whoever asks for what was forgotten, or from a position of elsewhere, must begin anew. */
    @Test
    void a_trimmed_position_is_told() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place)) {
            Position start = storage.changes().position();
            Position otherEpoch = new Position(start.epoch() + 1, start.sequence());
            Position never = new Position(start.epoch(), start.sequence() + (1L << 40));
            storage.write(each -> IdentitySamples.USERS.add(samples(), each));
            harness().forgetChanges(place);
            for (Position lost : List.of(start, otherEpoch, never)) {
                assertThat(storage.changes().advance(lost, null, 100)).isEqualTo(new StartOver(Reason.TRIMMED));
            }
            ExactCopy copy = new ExactCopy(storage);
            while (!copy.whole()) {
                copy.next(100);
            }
            assertThat(copy.records()).isEqualTo(Replica.copy(storage));
        }
    }

    /** With a limit of nothing nobody would get on. */
    @Test
    void limits_are_at_least_one() {
        ChangeFeed feed = storage().changes();
        Position end = feed.position();
        Kind users = Objects.requireNonNull(read(IdentitySamples.USERS::kindIn));
        assertThatIllegalArgumentException().isThrownBy(() -> feed.advance(end, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stretch(users, null, 0));
    }

    /** Whoever asks a closed store is refused. */
    @Test
    void a_closed_store_tells_nothing() {
        Storage storage = harness().open(harness().emptyPlace());
        ChangeFeed feed = storage.changes();
        Position end = feed.position();
        storage.close();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> feed.advance(end, null, 100));
    }
}
