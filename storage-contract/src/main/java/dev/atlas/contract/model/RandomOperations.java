package dev.atlas.contract.model;

import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Random operations, in random units of work, done to a model and at the same time to stores of some engines.
 *
 * @param engines their names; there is at least one
 * @param open opens a new, empty store of an engine
 * @param seed the same seed makes up the same operations
 * @param patience how long to look for a short sequence that fails as well, once one has failed
 */
public record RandomOperations(
        SequencedCollection<String> engines, Function<String, Storage> open, long seed, Duration patience) {

    private static final int BETWEEN_RECORDS = 1_000;

    /** The seed of the system property {@code atlas.test.seed}, or any. It is printed, so that a run can be done again. */
    public static long anySeed() {
        long seed = Long.getLong("atlas.test.seed", System.nanoTime());
        System.out.println("Random operations with -Datlas.test.seed=" + seed);
        return seed;
    }

    /**
     * Compares each answer of each store with the model's, and after every 1,000 operations and the last one each record
     * of each store.
     *
     * @throws AssertionError if a store differs; it says where, and the shortest sequence found that makes it differ
     */
    public void run(int operations) {
        List<UnitOfWork> done = new ArrayList<>();
        SequencedMap<String, List<String>> differences = new LinkedHashMap<>();
        try (Stores stores = new Stores(engines)) {
            Lockstep lockstep = new Lockstep(stores.open);
            Operations made = new Operations(
                    seed, new Model(Lockstep.kinds(stores.open.firstEntry().getValue())));
            for (int left = operations; left > 0 && differences.isEmpty(); left -= BETWEEN_RECORDS) {
                List<UnitOfWork> units = made.units(Math.min(left, BETWEEN_RECORDS));
                differences = lockstep.run(units);
                done.addAll(units);
            }
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(report(done, differences));
        }
    }

    private String report(List<UnitOfWork> done, SequencedMap<String, List<String>> differences) {
        List<UnitOfWork> shortest = shortest(done, differences.sequencedKeySet());
        StringBuilder report = new StringBuilder("seed " + seed + ", after " + size(done) + " operations\n");
        describe(report, differences);
        report.append("The same, or another difference, comes of these ")
                .append(size(shortest))
                .append(" operations alone:\n");
        shortest.forEach(unit -> report.append(unit).append('\n'));
        describe(report, again(shortest, engines));
        return report.toString();
    }

    private static void describe(StringBuilder report, Map<String, List<String>> differences) {
        differences.forEach((engine, each) -> each.forEach(
                line -> report.append(engine).append(": ").append(line).append('\n')));
    }

    private static int size(List<UnitOfWork> units) {
        return units.stream().mapToInt(unit -> unit.operations().size()).sum();
    }

    /** Fewer units, then fewer operations in each of them. */
    private List<UnitOfWork> shortest(List<UnitOfWork> done, Collection<String> suspects) {
        Clock clock = Clock.systemUTC();
        Instant end = clock.instant().plus(patience);
        Shrinking shrinking = new Shrinking(() -> clock.instant().isBefore(end));
        List<UnitOfWork> shortest =
                shrinking.shortest(done, units -> !again(units, suspects).isEmpty());
        for (int i = 0; i < shortest.size(); i++) {
            int place = i;
            List<UnitOfWork> units = shortest;
            List<Operation> operations =
                    shrinking.shortest(units.get(place).operations(), some -> !again(with(units, place, some), suspects)
                            .isEmpty());
            shortest = with(units, place, operations);
        }
        return shortest;
    }

    private static List<UnitOfWork> with(List<UnitOfWork> units, int place, List<Operation> operations) {
        List<UnitOfWork> changed = new ArrayList<>(units);
        changed.set(place, new UnitOfWork(operations, units.get(place).givenUp()));
        return changed;
    }

    /** On stores that are new. */
    private SequencedMap<String, List<String>> again(List<UnitOfWork> units, Collection<String> some) {
        try (Stores stores = new Stores(some)) {
            return new Lockstep(stores.open).run(units);
        }
    }

    /** A new store of each of some engines. */
    private final class Stores implements AutoCloseable {

        private final SequencedMap<String, Storage> open = new LinkedHashMap<>();

        Stores(Collection<String> engines) {
            engines.forEach(engine -> open.put(engine, RandomOperations.this.open.apply(engine)));
        }

        @Override
        public void close() {
            open.values().forEach(Storage::close);
        }
    }
}
