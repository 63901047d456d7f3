package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.FieldDifference;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.Verification;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verification finds the smallest damage in any kind, and names it. */
class TamperingTest {

    private static final int RECORDS = 24;
    private final StorageVerification verification = new StorageVerification(Clock.systemUTC());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void every_damage_to_every_kind_is_found_and_named(List<String> direction) {
        try (Storage source = Engines.open(Engines.url(direction.getFirst(), folder));
                Storage target = Engines.open(Engines.url(direction.getLast(), folder))) {
            new SampleRecords(8).fill(source, RECORDS);
            new StorageCopy(Clock.systemUTC()).run(source, target, MovingListener.SILENT);
            Set<String> expected = new HashSet<>();
            for (Kind kind : StorageCopyTest.moving(target).reversed()) {
                expected.addAll(damage(target, kind));
            }
            Verification found = verification.run(source, target, MovingListener.SILENT);
            assertThat(found.equal()).isFalse();
            assertThat(names(found)).containsAll(expected);
            assertThat(found.differences()).isEqualTo(found.named().size());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ringBack")
    void secrets_are_compared_and_not_shown(List<String> direction) {
        try (Storage source = Engines.open(Engines.url(direction.getFirst(), folder));
                Storage target = Engines.open(Engines.url(direction.getLast(), folder))) {
            new SampleRecords(9).fill(source, 4);
            new StorageCopy(Clock.systemUTC()).run(source, target, MovingListener.SILENT);
            Kind users = StorageCopyTest.kind(target, "users");
            StoredRecord user = StorageCopyTest.records(target, users).getFirst();
            put(target, user.with("password_hash", "stolen"));
            Verification found = verification.run(source, target, MovingListener.SILENT);
            assertThat(found.named()).hasSize(1);
            assertThat(found.named().getFirst().toString())
                    .contains("password_hash")
                    .doesNotContain("stolen");
        }
    }

    /** One change for each type of column, one record less and one more, where rules allow. Answers what must be named. */
    private static Set<String> damage(Storage target, Kind kind) {
        Set<String> expected = new HashSet<>();
        List<RecordKey> keys = SampleRecords.keys(target, kind);
        int place = 0;
        for (Type type : Type.values()) {
            for (Column column : Tampering.first(kind, type).stream().toList()) {
                RecordKey key = keys.get(place++);
                Tampering.change(target, kind, key, column);
                expected.add(kind + " " + key.raw() + " " + column.name());
            }
        }
        boolean alone = StorageCopyTest.moving(target).stream()
                .flatMap(each -> each.columns().stream())
                .noneMatch(column -> kind.name().equals(column.refersTo()));
        if (alone) {
            RecordKey gone = keys.getLast();
            target.write(repositories -> {
                repositories.records().erase(kind, List.of(gone));
                return true;
            });
            expected.add(kind + " " + gone.raw() + " missing");
        }
        return expected;
    }

    private static void put(Storage target, StoredRecord record) {
        target.write(repositories -> {
            repositories.records().put(record.kind(), List.of(record));
            return true;
        });
    }

    private static Set<String> names(Verification found) {
        Set<String> names = new HashSet<>();
        for (Difference each : found.named()) {
            String start = each.kind() + " " + each.key() + " ";
            switch (each) {
                case Difference.Missing missing -> names.add(start + "missing");
                case Difference.Extra extra -> names.add(start + "extra");
                case Difference.Damaged damaged -> names.add(start + "damaged");
                case Difference.Changed changed ->
                    changed.fields().stream().map(FieldDifference::field).forEach(field -> names.add(start + field));
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void a_record_too_many_in_any_kind_is_found_and_named(List<String> direction) {
        try (Storage source = Engines.open(Engines.url(direction.getFirst(), folder));
                Storage target = Engines.open(Engines.url(direction.getLast(), folder))) {
            new SampleRecords(10).fill(target, RECORDS);
            Verification found = verification.run(source, target, MovingListener.SILENT);
            assertThat(found.differences()).isEqualTo(found.kinds().size() * (long) RECORDS);
            assertThat(found.named()).allMatch(Difference.Extra.class::isInstance);
        }
    }
}
