package dev.atlas.contract.model;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.Link;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What all ports have in common, over a map. */
abstract class ModelAggregates<K, A extends Record> implements Aggregates<K, A> {

    private final Port<K, A> port;
    private final Model model;

    ModelAggregates(Port<K, A> port, Model model) {
        this.port = port;
        this.model = model;
    }

    @Override
    public Optional<A> find(K key) {
        return Optional.ofNullable(rows().get(key));
    }

    @Override
    public A add(A aggregate) {
        A first = port.atVersion(aggregate, 0);
        Set<String> broken = broken(first, rows().values().stream());
        if (rows().containsKey(port.key(first))) {
            broken.add(model.keyRule(port));
        }
        return put(first, broken);
    }

    @Override
    public A replace(A aggregate) {
        Set<String> broken = broken(aggregate, where(other -> !port.key(other).equals(port.key(aggregate))));
        A stored = rows().get(port.key(aggregate));
        if (stored == null || port.version(stored) != port.version(aggregate)) {
            broken.add(Conflict.VERSION);
        }
        return put(port.atVersion(aggregate, port.version(aggregate) + 1), broken);
    }

    @Override
    public boolean remove(K key) {
        if (!rows().containsKey(key)) {
            return false;
        }
        model.remove(port, key);
        return true;
    }

    /** Those that fit, in no particular order. */
    final Stream<A> where(Predicate<A> fits) {
        return rows().values().stream().filter(fits);
    }

    /** A page of those that fit, newest first, then by id. */
    final Slice<A> newestFirst(Page page, Function<A, Instant> time, Predicate<A> fits) {
        return newestFirst(where(fits), page, time);
    }

    /** A page of these, newest first, then by id. */
    static <E extends Record> Slice<E> newestFirst(Stream<E> all, Page page, Function<E, Instant> time) {
        Function<E, Cursor> place = each -> new Cursor(time.apply(each), ((Id<?>) Copies.key(each)).value());
        Comparator<Cursor> order = Comparator.comparing(Cursor::at).thenComparing(Cursor::id, Id::compare);
        Cursor after = page.after();
        List<E> found = all.filter(each -> after == null || order.compare(place.apply(each), after) < 0)
                .sorted(Comparator.comparing(place, order).reversed())
                .toList();
        return Slice.of(found, page.limit(), place);
    }

    private A put(A aggregate, Set<String> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        rows().put(port.key(aggregate), aggregate);
        return aggregate;
    }

    private Set<String> broken(A aggregate, Stream<A> others) {
        Set<String> broken = new TreeSet<>();
        others.forEach(other -> port.unique().stream()
                .filter(rule -> rule.forbids(aggregate, other))
                .forEach(rule -> broken.add(rule.rule())));
        for (Link<?, ?, ?> link : Ports.links()) {
            Object parent = link.child().equals(port) ? Copies.get(aggregate, link.path()) : null;
            if (parent != null && !model.rows(link.parent()).containsKey(parent)) {
                broken.add(Conflict.REFERENCE);
            }
        }
        return broken;
    }

    private Map<K, A> rows() {
        return Objects.requireNonNull(model.rows(port));
    }
}
