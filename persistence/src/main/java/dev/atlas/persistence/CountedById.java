package dev.atlas.persistence;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.StoredRecord;
import io.micronaut.data.repository.CrudRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Aggregates that add up others: they are counted further, whether they are there already or not. */
public abstract class CountedById<A, R extends Record> extends StoredById<A, R> {

    /** Keys of one question. */
    private static final int AT_ONCE = 500;

    private final Class<R> row;
    private final Table<R> table;

    protected CountedById(Class<R> row, CrudRepository<R, UUID> rows, RowMapper<A, R> mapper, Engine engine) {
        super(row, rows, mapper, engine);
        this.row = row;
        this.table = Table.of(row);
    }

    /** Its key. */
    protected abstract Id<A> key(A aggregate);

    /** What is stored after {@code before}, which was stored before, and {@code more} of the same key. */
    protected abstract A together(A before, A more);

    /**
     * Adds each to the one that is stored under its key; that itself is stored if there is none. In the order of their keys, so that
     * units which count the same ones wait for each other in turn.
     */
    public void count(Collection<A> more) {
        engine().unit().writing();
        List<A> ordered = more.stream()
                .sorted(Comparator.comparing(each -> key(each).value(), Id::compare))
                .toList();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            countSome(ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE)));
        }
    }

    private void countSome(List<A> more) {
        Map<Id<A>, A> stored = new HashMap<>();
        List<UUID> keys = more.stream().map(each -> key(each).value()).toList();
        all(Listing.of(row).where(new Condition.AnyOf("id", keys))).forEach(each -> stored.put(key(each), each));
        List<StoredRecord> after = new ArrayList<>(more.size());
        for (A each : more) {
            A before = stored.get(key(each));
            R counted = mapper().toRow(before == null ? each : together(before, each));
            after.add(new StoredRecord(table.kind(), table.values(counted)));
        }
        engine().records().put(table.kind(), after);
    }
}
