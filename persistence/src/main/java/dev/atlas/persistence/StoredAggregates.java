package dev.atlas.persistence;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.DamagedRecord;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/** What all ports have in common, once for every kind and every engine. */
public abstract class StoredAggregates<K, A, R extends Record, C> implements Aggregates<K, A> {

    private final Table<R> table;
    private final CrudRepository<R, C> rows;
    private final RowMapper<A, R> mapper;
    private final Engine engine;

    protected StoredAggregates(Table<R> table, CrudRepository<R, C> rows, RowMapper<A, R> mapper, Engine engine) {
        this.table = table;
        this.rows = rows;
        this.mapper = mapper;
        this.engine = engine;
    }

    /** The key as it is stored. */
    protected abstract C column(K key);

    @Override
    public Optional<A> find(K key) {
        engine.unit().reading();
        return engine.lister().find(table, column(key), this::stored);
    }

    @Override
    public A add(A aggregate) {
        engine.unit().writing();
        R row = mapper.toRow(aggregate);
        engine.references().mustExist(row);
        return mapper.toDomain(rows.save(row));
    }

    @Override
    public List<A> addAll(List<A> aggregates) {
        engine.unit().writing();
        if (aggregates.isEmpty()) {
            return List.of();
        }
        List<R> added = aggregates.stream().map(mapper::toRow).toList();
        added.forEach(row -> engine.references().mustExist(row));
        return rows.saveAll(added).stream().map(mapper::toDomain).toList();
    }

    @Override
    public A replace(A aggregate) {
        engine.unit().writing();
        R row = mapper.toRow(aggregate);
        engine.references().mustExist(row);
        return mapper.toDomain(rows.update(row));
    }

    @Override
    public boolean remove(K key) {
        engine.unit().writing();
        return engine.references().remove(table, column(key));
    }

    /** The aggregates of all rows that {@code listing} finds. */
    protected List<A> all(Listing<R> listing) {
        engine.unit().reading();
        return engine.lister().list(listing, this::stored);
    }

    /** The aggregate of a row that was read. Throws {@link DamagedRecord} if it holds what no aggregate can. */
    protected A stored(R row) {
        try {
            return mapper.toDomain(row);
        } catch (InvalidValue e) {
            throw new DamagedRecord(table.kind(), table.values(row).getFirst(), e.field(), e);
        }
    }

    protected RowMapper<A, R> mapper() {
        return mapper;
    }

    protected Engine engine() {
        return engine;
    }
}
