package dev.atlas.contract.samples;

import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Fills stores with aggregates of every port that refer to each other. */
public final class Population {

    private static final int UNIT = 500;

    private static final int FAMILY = 10;

    /** Of each port, in the pool. */
    private static final int EXAMPLES = 200;

    /** Mostly takes one of those there are to refer to. */
    private static final class Related extends Samples {

        private final Map<Port<?, ?>, List<Object>> keys;

        Related(long seed, Map<Port<?, ?>, List<Object>> keys) {
            super(seed);
            this.keys = keys;
        }

        @Override
        @SuppressWarnings("unchecked") // the keys of a port are of its key type
        public <K, A extends Record> K referTo(Port<K, A> port, Repositories repositories) {
            List<Object> known = keys.getOrDefault(port, List.of());
            return known.isEmpty() || number(FAMILY) == 0 ? super.referTo(port, repositories) : (K) oneOf(known);
        }
    }

    private final Pool pool = new Pool();
    private final Map<Port<?, ?>, List<Object>> keys = new HashMap<>();
    private final Set<List<Object>> taken = new HashSet<>();
    private final long seed;

    public Population(long seed) {
        this.seed = seed;
    }

    /** Adds at least {@code rows} aggregates of every port, in multiples of {@value #UNIT} beyond that many. */
    public Population fill(Storage storage, int rows) {
        for (Port<?, ?> port : Ports.all()) {
            add(port, storage, Math.min(UNIT, rows));
        }
        new Multiplication(rows / UNIT).of(storage);
        for (int from = 0; from < rows; from += UNIT) {
            addAuditEntries(storage, from, Math.min(UNIT, rows - from));
        }
        return this;
    }

    /** Entries are no aggregates: they are only ever added. */
    private void addAuditEntries(Storage storage, int from, int count) {
        storage.write(repositories -> {
            Samples samples = new Samples(seed + from);
            Stream.generate(() -> IdentitySamples.auditEntry(samples))
                    .limit(count)
                    .forEach(repositories.auditTrail()::add);
            repositories.guards().pass(Guards.ADMINISTRATION);
            return true;
        });
    }

    private <K, A extends Record> void add(Port<K, A> port, Storage storage, int count) {
        List<A> added = storage.write(repositories -> {
                    Samples samples = new Related(seed + port.kind().hashCode(), keys);
                    List<A> unit = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        unit.add(port.in(repositories).add(free(port, samples, repositories)));
                    }
                    return unit;
                })
                .value();
        added.stream().limit(EXAMPLES).forEach(pool::add);
        added.forEach(aggregate ->
                keys.computeIfAbsent(port, each -> new ArrayList<>()).add(port.key(aggregate)));
    }

    /** One that breaks no unique rule: parents that are shared make that likely. */
    private <K, A extends Record> A free(Port<K, A> port, Samples samples, Repositories repositories) {
        while (true) {
            A made = port.make(samples, repositories);
            List<List<Object>> values = port.unique().stream()
                    .flatMap(rule -> rule.taken(made).map(taken -> List.<Object>of(rule.rule(), taken)).stream())
                    .toList();
            if (values.stream().noneMatch(taken::contains)) {
                taken.addAll(values);
                return made;
            }
        }
    }

    /** The values of what was added. */
    public Pool pool() {
        return pool;
    }
}
