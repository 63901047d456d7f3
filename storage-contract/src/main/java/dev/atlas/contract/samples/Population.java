package dev.atlas.contract.samples;

import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills stores with aggregates of every port that refer to each other. */
public final class Population {

    private static final int UNIT = 500;
    private static final int FAMILY = 10;

    /** Of each unit, in the pool. */
    private static final int EXAMPLES = 20;

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

    /** Adds {@code rows} aggregates of every port, and those they refer to. */
    public Population fill(Storage storage, int rows) {
        for (Port<?, ?> port : Ports.all()) {
            for (int from = 0; from < rows; from += UNIT) {
                add(port, storage, from, Math.min(UNIT, rows - from));
            }
        }
        return this;
    }

    private <K, A extends Record> void add(Port<K, A> port, Storage storage, int from, int count) {
        List<A> added = storage.write(repositories -> {
                    Samples samples = new Related(seed + port.kind().hashCode() + from, keys);
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
