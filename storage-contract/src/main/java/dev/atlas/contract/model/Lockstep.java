package dev.atlas.contract.model;

import dev.atlas.contract.samples.Copies;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A model and stores, all empty at first, to which the same is done in the same order. Each answer of a store is compared
 * with that of the model, and after each run every record of every store with that of the others.
 */
final class Lockstep {

    private record Step(UnitOfWork unit, Outcome expected) {}

    private final Model model;
    private final SequencedMap<String, Storage> stores;

    /** Of stores by their engines' names; there is at least one. */
    Lockstep(SequencedMap<String, Storage> stores) {
        this.stores = stores;
        this.model = new Model(kinds(stores.firstEntry().getValue()));
    }

    static List<Kind> kinds(Storage storage) {
        return storage.read(repositories -> repositories.records().kinds());
    }

    /** Does {@code units} to all of them. Answers where a store differs, by engine; nothing if none does. */
    SequencedMap<String, List<String>> run(List<UnitOfWork> units) {
        List<Step> steps =
                units.stream().map(unit -> new Step(unit, unit.on(model))).toList();
        SequencedMap<String, List<String>> differences = ofAll(store -> firstDifferences(store, steps));
        if (differences.values().stream().allMatch(List::isEmpty)) {
            differences = differencesOfRecords();
        }
        differences.values().removeIf(List::isEmpty);
        return differences;
    }

    private static List<String> firstDifferences(Storage store, List<Step> steps) {
        for (Step step : steps) {
            List<String> differences = step.expected().differences(step.unit(), step.unit.on(store));
            if (!differences.isEmpty()) {
                return differences;
            }
        }
        return List.of();
    }

    private SequencedMap<String, List<String>> differencesOfRecords() {
        SequencedMap<String, List<String>> differences = new LinkedHashMap<>();
        for (Kind kind : model.written()) {
            SequencedMap<String, SortedMap<RecordKey, String>> records = ofAll(store -> records(store, kind));
            SortedMap<RecordKey, String> first = records.firstEntry().getValue();
            records.forEach((engine, held) -> differences
                    .computeIfAbsent(engine, each -> new ArrayList<>())
                    .addAll(differences(kind, held, first)));
        }
        return differences;
    }

    /** Keys are compared with those of the model, what the records hold with another store. */
    private List<String> differences(Kind kind, SortedMap<RecordKey, String> held, Map<RecordKey, String> other) {
        List<String> differences = new ArrayList<>();
        List<RecordKey> keys = model.rows(kind.name()).values().stream()
                .map(Copies::storedKey)
                .sorted()
                .toList();
        if (!List.copyOf(held.keySet()).equals(keys)) {
            differences.add(kind + " has " + held.keySet() + " where the model has " + keys);
        }
        held.forEach((key, record) -> {
            String expected = other.getOrDefault(key, record);
            if (!record.equals(expected)) {
                differences.add(kind + " holds " + record + " where another store holds " + expected);
            }
        });
        return differences;
    }

    private static SortedMap<RecordKey, String> records(Storage store, Kind kind) {
        SortedMap<RecordKey, String> records = new TreeMap<>();
        store.read(repositories -> repositories.records().scan(kind, null, Integer.MAX_VALUE))
                .forEach(record ->
                        records.put(record.key(), Canonical.encode(record).text()));
        return records;
    }

    /** Asks every store the same at once. */
    private <R> SequencedMap<String, R> ofAll(Function<Storage, R> question) {
        try (ExecutorService threads = Executors.newFixedThreadPool(stores.size())) {
            Map<String, CompletableFuture<R>> asked = stores.entrySet().stream()
                    .collect(Collectors.toMap(
                            Entry::getKey,
                            store -> CompletableFuture.supplyAsync(() -> question.apply(store.getValue()), threads)));
            SequencedMap<String, R> answers = new LinkedHashMap<>();
            stores.keySet()
                    .forEach(engine -> answers.put(
                            engine, Objects.requireNonNull(asked.get(engine)).join()));
            return answers;
        }
    }
}
