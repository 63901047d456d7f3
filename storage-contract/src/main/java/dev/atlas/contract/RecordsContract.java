package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Records}: everything as it is stored, for whoever moves it. */
abstract class RecordsContract extends Concern {

    private static final int SEVERAL = 12;
    private static final int MANY = 2_000;
    private static final int ROUNDS = 5;

    RecordsContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Port<?, ?>> ports() {
        return Ports.all();
    }

    @BeforeAll
    void fill() {
        for (Port<?, ?> port : Ports.all()) {
            for (int i = 0; i < SEVERAL; i++) {
                added(port);
            }
        }
    }

    /** Every port's records are of a kind that is listed, and those others refer to come first. */
    @Test
    void every_port_has_a_kind() {
        List<String> kinds =
                read(each -> each.records().kinds()).stream().map(Kind::name).toList();
        assertThat(kinds)
                .doesNotHaveDuplicates()
                .containsAll(Ports.all().stream().map(Port::kind).toList());
        Ports.links().forEach(link -> assertThat(kinds.indexOf(link.parent().kind()))
                .isLessThanOrEqualTo(kinds.indexOf(link.child().kind())));
    }

    /** Scanning goes through all of a kind in the order of its keys' bytes, from behind a key, up to a limit. */
    @ParameterizedTest
    @MethodSource("ports")
    void a_scan_is_in_key_order(Port<?, ?> port) {
        Kind kind = kind(port);
        List<StoredRecord> all = scan(kind, null, Integer.MAX_VALUE);
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(SEVERAL)
                .isSortedAccordingTo(Comparator.comparing(StoredRecord::key));
        assertThat((long) all.size()).isEqualTo(read(each -> each.records().count(kind)));
        assertThat(scan(kind, null, 3)).isEqualTo(all.subList(0, 3));
        assertThat(scan(kind, all.get(3).key(), 4)).isEqualTo(all.subList(4, 8));
        assertThat(scan(kind, all.getLast().key(), 4)).isEmpty();
    }

    /** Looking up finds those that are there. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void records_are_found_by_key(Port<K, A> port) {
        Kind kind = kind(port);
        List<StoredRecord> all = scan(kind, null, 5);
        RecordKey absent = key(write(port::make));
        List<RecordKey> keys =
                new ArrayList<>(all.stream().map(StoredRecord::key).toList());
        keys.add(absent);
        check(each -> assertThat(each.records().find(kind, keys)).containsExactlyInAnyOrderElementsOf(all));
        check(each -> assertThat(each.records().find(kind, List.of(absent))).isEmpty());
        check(each -> assertThat(each.records().find(kind, List.of())).isEmpty());
    }

    /** The canonical form of a record says all of it: it is read back as the same record, and written as the same one. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void the_canonical_form_loses_nothing(Port<K, A> port) {
        Kind kind = kind(port);
        for (int i = 0; i < SEVERAL; i++) {
            A aggregate = added(port);
            StoredRecord stored = only(kind, key(aggregate));
            StoredRecord decoded = Canonical.decode(kind, Canonical.encode(stored));
            assertThat(decoded).isEqualTo(stored);
            write((samples, each) -> put(each, kind, List.of(decoded)));
            assertThat(only(kind, key(aggregate))).isEqualTo(stored);
            assertThat(Canonical.encode(only(kind, key(aggregate))).text())
                    .isEqualTo(Canonical.encode(stored).text());
            check(each -> assertThat(port.find(each, aggregate)).contains(aggregate));
        }
    }

    /** What is put is there as it was given, its version included; and it is what the port finds. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void what_is_put_keeps_its_version(Port<K, A> port) {
        Kind kind = kind(port);
        A aggregate = added(port);
        StoredRecord newer = only(kind, key(aggregate)).with("version", 41L);
        write((samples, each) -> {
            each.records().erase(kind, List.of(newer.key()));
            return put(each, kind, List.of(newer));
        });
        assertThat(only(kind, key(aggregate))).isEqualTo(newer);
        check(each -> assertThat(port.find(each, aggregate)).contains(port.atVersion(aggregate, 41)));
        A replaced = write((samples, each) -> port.in(each).replace(port.atVersion(aggregate, 41)));
        assertThat(port.version(replaced)).isEqualTo(42);
    }

    /** Putting takes the place of what is there; erasing what is not there does nothing. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void records_are_replaced_and_erased(Port<K, A> port) {
        Kind kind = kind(port);
        StoredRecord first = only(kind, key(added(port)));
        StoredRecord second = first.with("version", 7L);
        long before = read(each -> each.records().count(kind));
        write((samples, each) -> put(each, kind, List.of(second)));
        assertThat(only(kind, first.key())).isEqualTo(second);
        check(each -> assertThat(each.records().count(kind)).isEqualTo(before));
        write((samples, each) -> {
            each.records().erase(kind, List.of(first.key(), key(port.make(samples, each))));
            return true;
        });
        check(each ->
                assertThat(each.records().find(kind, List.of(first.key()))).isEmpty());
    }

    /** Replacing a record by putting it leaves what refers to it in place. */
    @Test
    void putting_a_parent_leaves_its_children() {
        write((samples, each) -> {
            User owner = IdentitySamples.USERS.add(samples, each);
            var project = each.projects().add(ProjectSamples.project(samples, samples.id(), owner.id()));
            Kind users = IdentitySamples.USERS.kindIn(each);
            put(
                    each,
                    users,
                    each.records().find(users, List.of(RecordKey.of(owner.id().value()))));
            assertThat(each.projects().find(project.id())).contains(project);
            return true;
        });
    }

    /** Of several records with one key the last one counts, in a small batch and in a big one. */
    @Test
    void the_last_of_each_key_counts() {
        Kind users = kind(IdentitySamples.USERS);
        StoredRecord user = only(users, key(added(IdentitySamples.USERS)));
        List<StoredRecord> twice = List.of(user.with("version", 5L), user.with("version", 6L));
        write((samples, each) -> put(each, users, twice));
        assertThat(only(users, user.key())).isEqualTo(twice.getLast());

        Samples samples = samples();
        List<StoredRecord> many = new ArrayList<>(others(user, 200, samples));
        many.addAll(twice);
        many.add(user.with("version", 7L));
        write((unused, each) -> put(each, users, many));
        assertThat(only(users, user.key())).isEqualTo(many.getLast());
    }

    private static List<StoredRecord> others(StoredRecord like, int count, Samples samples) {
        return IntStream.range(0, count)
                .mapToObj(i -> like.with("id", samples.uuid()).with("username", samples.word()))
                .toList();
    }

    /** A batch of any size is written in one unit: all of it, or nothing. */
    @Test
    void a_big_batch_is_all_or_nothing() {
        Kind users = kind(IdentitySamples.USERS);
        StoredRecord model = only(users, key(added(IdentitySamples.USERS)));
        Samples samples = samples();
        List<StoredRecord> batch = others(model, MANY, samples);
        List<StoredRecord> broken = new ArrayList<>(batch);
        broken.add(model.with("id", samples.uuid())
                .with("username", batch.getFirst().value("username")));

        long before = read(each -> each.records().count(users));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> storage().write(each -> put(each, users, broken)))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo("users_username"));
        check(each -> assertThat(each.records().count(users)).isEqualTo(before));

        write((unused, each) -> put(each, users, batch));
        check(each -> assertThat(each.records().count(users)).isEqualTo(before + MANY));
        assertThat(scan(users, null, Integer.MAX_VALUE)).containsAll(batch);
    }

    /**
     * As when a copy begins anew while a server is still at what the one before has asked for: whoever comes second replaces
     * what the first has put.
     */
    @Test
    void two_may_put_the_same_new_records_at_once() {
        Kind users = kind(IdentitySamples.USERS);
        StoredRecord model = only(users, key(added(IdentitySamples.USERS)));
        for (int round = 0; round < ROUNDS; round++) {
            List<StoredRecord> batch = others(model, 200, samples());
            Race race = Race.of(2, () -> storage().write(each -> put(each, users, batch)));
            assertThat(race.rules()).isEmpty();
            assertThat(scan(users, null, Integer.MAX_VALUE)).containsAll(batch);
        }
    }

    private static boolean put(Repositories each, Kind kind, List<StoredRecord> records) {
        each.records().put(kind, records);
        return true;
    }

    private List<StoredRecord> scan(Kind kind, @Nullable RecordKey after, int limit) {
        return read(each -> each.records().scan(kind, after, limit));
    }

    private StoredRecord only(Kind kind, RecordKey key) {
        List<StoredRecord> found = read(each -> each.records().find(kind, List.of(key)));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Kind kind(Port<?, ?> port) {
        return read(port::kindIn);
    }

    private static RecordKey key(Record aggregate) {
        return Copies.storedKey(aggregate);
    }
}
