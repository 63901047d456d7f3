package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.CopyOutcome;
import dev.atlas.application.storage.MovingEvent;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.Verification;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies between any two engines, with values that trip engines. */
class StorageCopyTest {

    private static final int RECORDS = 40;
    private final StorageCopy copy = new StorageCopy(Clock.systemUTC());
    private final StorageVerification verification = new StorageVerification(Clock.systemUTC());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#directions")
    void a_copy_holds_every_record_as_it_was(List<String> direction) {
        try (Storage source = open(direction.getFirst());
                Storage target = open(direction.getLast())) {
            new SampleRecords(1).fill(source, RECORDS);
            CopyOutcome outcome = copy.run(source, target, MovingListener.SILENT);
            assertThat(outcome.proven()).isTrue();
            Verification again = verification.run(source, target, MovingListener.SILENT);
            assertThat(again.named()).isEmpty();
            assertThat(again.equal()).isTrue();
            assertThat(again.kinds())
                    .allMatch(kind -> kind.sourceRecords() == RECORDS && kind.targetRecords() == RECORDS);
            Verification back = verification.run(target, source, MovingListener.SILENT);
            assertThat(back.digest()).isEqualTo(again.digest());
            assertThat(StorageStatus.of(target).copy()).isNotNull().matches(state -> !state.unfinished());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void a_repeated_copy_brings_what_changed_since(List<String> direction) {
        try (Storage source = open(direction.getFirst());
                Storage target = open(direction.getLast())) {
            new SampleRecords(2).fill(source, RECORDS);
            copy.run(source, target, MovingListener.SILENT);
            new SampleRecords(3).fill(source, 10);
            changeAndRemove(source);
            List<MovingEvent> events = new ArrayList<>();
            assertThat(copy.run(source, target, events::add).proven()).isTrue();
            assertThat(events).anyMatch(MovingEvent.Resumed.class::isInstance);
            assertThat(verification.run(source, target, MovingListener.SILENT).equal())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ringBack")
    void a_target_that_was_written_by_others_is_refused_and_left_alone(List<String> direction) {
        try (Storage source = open(direction.getFirst());
                Storage target = open(direction.getLast())) {
            new SampleRecords(4).fill(source, 10);
            copy.run(source, target, MovingListener.SILENT);
            Kind users = kind(target, "users");
            StoredRecord changed = records(target, users).getFirst().with("email", "somebody@else");
            target.write(repositories -> {
                repositories.records().put(users, List.of(changed));
                return true;
            });
            assertThatThrownBy(() -> copy.run(source, target, MovingListener.SILENT))
                    .isInstanceOfSatisfying(
                            WrongState.class, e -> assertThat(e.code()).isEqualTo("storage.target_not_empty"))
                    .hasMessageContaining("users");
            assertThat(records(target, users)).contains(changed);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void a_target_that_holds_something_is_refused(List<String> direction) {
        try (Storage source = open(direction.getFirst());
                Storage target = open(direction.getLast())) {
            new SampleRecords(5).fill(source, 3);
            new SampleRecords(6).fill(target, 3);
            assertThatThrownBy(() -> copy.run(source, target, MovingListener.SILENT))
                    .isInstanceOfSatisfying(
                            WrongState.class, e -> assertThat(e.code()).isEqualTo("storage.target_not_empty"));
            assertThatThrownBy(() -> copy.run(source, source, MovingListener.SILENT))
                    .isInstanceOfSatisfying(
                            WrongState.class, e -> assertThat(e.code()).isEqualTo("storage.same_store"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ringBack")
    void a_dry_run_changes_nothing(List<String> direction) {
        try (Storage source = open(direction.getFirst());
                Storage target = open(direction.getLast())) {
            new SampleRecords(7).fill(source, 5);
            CopyOutcome outcome = copy.dryRun(source, target, MovingListener.SILENT);
            assertThat(outcome.verification()).isNull();
            assertThat(outcome.plan().contents().records()).isPositive();
            StorageStatus status = StorageStatus.of(target);
            assertThat(status.contents().records()).isZero();
            assertThat(status.copy()).isNull();
        }
    }

    /** Of every kind: changes one record and removes another, children first. */
    private static void changeAndRemove(Storage source) {
        List<Kind> kinds = moving(source);
        for (Kind kind : kinds.reversed()) {
            List<RecordKey> keys = SampleRecords.keys(source, kind);
            boolean referredTo = kinds.stream()
                    .flatMap(each -> each.columns().stream())
                    .anyMatch(column -> kind.name().equals(column.refersTo()));
            source.write(repositories -> {
                if (!referredTo) {
                    repositories.records().erase(kind, keys.subList(3, 6));
                }
                return true;
            });
            Tampering.change(source, kind, keys.getFirst());
        }
    }

    static List<Kind> moving(Storage storage) {
        return storage.read(repositories -> repositories.records().kinds()).stream()
                .filter(Kind::moves)
                .toList();
    }

    static Kind kind(Storage storage, String name) {
        return storage.read(repositories -> repositories.records().kind(name));
    }

    static List<StoredRecord> records(Storage storage, Kind kind) {
        return storage.read(repositories -> repositories.records().scan(kind, null, Integer.MAX_VALUE));
    }

    private Storage open(String engine) {
        return Engines.open(Engines.url(engine, folder));
    }
}
