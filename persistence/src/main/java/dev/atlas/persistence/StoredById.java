package dev.atlas.persistence;

import dev.atlas.domain.Id;
import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

/** Aggregates whose key is an {@link Id}: nearly all. */
public abstract class StoredById<A, R extends Record> extends StoredAggregates<Id<A>, A, R, UUID> {

    protected StoredById(Class<R> row, CrudRepository<R, UUID> rows, RowMapper<A, R> mapper, Engine engine) {
        super(Table.of(row), rows, mapper, engine);
    }

    @Override
    protected final UUID column(Id<A> key) {
        return key.value();
    }
}
