package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Pool;
import dev.atlas.contract.samples.Population;
import dev.atlas.contract.samples.Question;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored is what is listed, and data of an earlier schema is carried over into this one. */
abstract class SchemaContract extends Concern {

    private static final int ROWS = 10;

    SchemaContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /**
     * Every table or collection holds a listed kind, or is one the engine names as its own; every listed kind has one, with
     * just its columns. What is not listed would be neither copied nor verified.
     */
    @Test
    void every_table_is_a_listed_kind() {
        String place = harness().emptyPlace();
        try (Storage storage = harness().open(place)) {
            new Population(7).fill(storage, 1);
            LiveSchema live = harness().schema(place);
            Map<String, Set<String>> listed = new LinkedHashMap<>();
            for (Kind kind : storage.read(each -> each.records().kinds())) {
                listed.put(
                        kind.name(),
                        Set.copyOf(kind.columns().stream().map(Column::name).toList()));
            }
            assertThat(live.kinds().keySet()).isEqualTo(listed.keySet());
            live.kinds().forEach((kind, columns) -> {
                if (!columns.isEmpty()) {
                    assertThat(columns).as(kind).isEqualTo(listed.get(kind));
                }
            });
        }
    }

    /** Each step of the schema finds the data of the one before and leaves them as they were, down to the newest. */
    @Test
    void each_step_keeps_the_data_of_the_one_before() {
        List<Integer> steps = harness().steps();
        Map<Kind, List<StoredRecord>> all = samplesOfAllKinds();
        for (int i = 0; i < steps.size(); i++) {
            String place = harness().emptyPlace();
            Map<Kind, List<StoredRecord>> written = new LinkedHashMap<>();
            harness().prepare(place, steps.get(i), records -> writeOld(place, records, all, written));
            if (i + 1 < steps.size()) {
                harness().prepare(place, steps.get(i + 1), records -> assertHolds(records, written));
            }
            try (Storage storage = harness().open(place)) {
                storage.read(each -> {
                    assertHolds(each.records(), written);
                    return true;
                });
                assertThat(storage.describe().schema())
                        .isEqualTo(storage().describe().schema());
                Pool pool = new Pool();
                Question.all()
                        .forEach(question -> storage.read(
                                each -> String.valueOf(question.ask(each, question.arguments(pool, samples())))));
            }
        }
    }

    /** Records of every kind that ports write. */
    private Map<Kind, List<StoredRecord>> samplesOfAllKinds() {
        new Population(11).fill(storage(), ROWS);
        return read(each -> {
            Map<Kind, List<StoredRecord>> all = new LinkedHashMap<>();
            each.records().kinds().forEach(kind -> all.put(kind, each.records().scan(kind, null, Integer.MAX_VALUE)));
            return all;
        });
    }

    /** Writes those columns of the samples that there are. */
    private void writeOld(
            String place,
            Records records,
            Map<Kind, List<StoredRecord>> samples,
            Map<Kind, List<StoredRecord>> written) {
        Map<String, Set<String>> live = harness().schema(place).kinds();
        samples.forEach((kind, found) -> {
            Set<String> columns = live.get(kind.name());
            if (columns != null) {
                Kind old = columns.isEmpty() ? kind : reduced(kind, columns);
                List<StoredRecord> reduced =
                        found.stream().map(each -> reduced(each, old)).toList();
                parentsFirst(reduced).forEach(batch -> records.put(old, batch));
                written.put(old, reduced);
            }
        });
        assertHolds(records, written);
    }

    /** Records may refer to others of their kind. */
    private static List<List<StoredRecord>> parentsFirst(List<StoredRecord> records) {
        List<List<StoredRecord>> batches = new ArrayList<>();
        List<StoredRecord> left = new ArrayList<>(records);
        while (!left.isEmpty()) {
            Set<Object> waiting = left.stream().map(each -> each.key().raw()).collect(Collectors.toSet());
            List<StoredRecord> batch = left.stream()
                    .filter(each -> each.values().stream().skip(1).noneMatch(waiting::contains))
                    .toList();
            batches.add(batch);
            left.removeAll(batch);
        }
        return batches;
    }

    private static void assertHolds(Records records, Map<Kind, List<StoredRecord>> written) {
        written.forEach((kind, expected) -> assertThat(records.find(
                        kind, expected.stream().map(StoredRecord::key).toList()))
                .as(kind.name())
                .containsExactlyInAnyOrderElementsOf(expected));
    }

    private static Kind reduced(Kind kind, Set<String> columns) {
        return new Kind(
                kind.name(),
                kind.columns().stream()
                        .filter(column -> columns.contains(column.name()))
                        .toList(),
                kind.moves());
    }

    private static StoredRecord reduced(StoredRecord stored, Kind to) {
        List<@Nullable Object> values = new ArrayList<>();
        to.columns().forEach(column -> values.add(stored.value(column.name())));
        return new StoredRecord(to, values);
    }
}
