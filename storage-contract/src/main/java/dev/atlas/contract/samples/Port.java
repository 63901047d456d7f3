package dev.atlas.contract.samples;

import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A port of aggregates, and how to make some.
 *
 * @param kind the name under which its records are stored
 * @param make a valid aggregate that is not there yet; what it refers to is there
 * @param unique its unique rules beside that on the key
 */
public record Port<K, A extends Record>(
        String kind,
        Function<Repositories, Aggregates<K, A>> of,
        BiFunction<Samples, Repositories, A> make,
        List<UniqueValue> unique) {

    public Aggregates<K, A> in(Repositories repositories) {
        return of.apply(repositories);
    }

    /** The kind of its records. */
    public Kind kindIn(Repositories repositories) {
        return repositories.records().kind(kind);
    }

    public A make(Samples samples, Repositories repositories) {
        return make.apply(samples, repositories);
    }

    /** Adds one more. */
    public A add(Samples samples, Repositories repositories) {
        return in(repositories).add(make(samples, repositories));
    }

    /** What is stored under the key of {@code aggregate}. */
    public Optional<A> find(Repositories repositories, A aggregate) {
        return in(repositories).find(key(aggregate));
    }

    public boolean remove(Repositories repositories, A aggregate) {
        return in(repositories).remove(key(aggregate));
    }

    @SuppressWarnings("unchecked") // by convention the first component is the key
    public K key(A aggregate) {
        return (K) Copies.key(aggregate);
    }

    public long version(A aggregate) {
        return (Long) Objects.requireNonNull(Copies.get(aggregate, "version"));
    }

    public A atVersion(A aggregate, long version) {
        return Copies.with(aggregate, "version", version);
    }

    /** {@code aggregate} with other values, its key and version as they were. */
    public A changed(A aggregate, Samples samples, Repositories repositories) {
        String key = aggregate.getClass().getRecordComponents()[0].getName();
        return Copies.with(
                make(samples, repositories), Map.of(key, Copies.key(aggregate), "version", version(aggregate)));
    }

    @Override
    public String toString() {
        return kind;
    }
}
