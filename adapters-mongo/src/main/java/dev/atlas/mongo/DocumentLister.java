package dev.atlas.mongo;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.Condition;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.RowLister;
import dev.atlas.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists rows through finds. */
record DocumentLister(CurrentUnit<Unit> unit, MongoDatabase database) implements RowLister {

    private static final int BATCH = 1_000;

    @Override
    public <R extends Record, A> List<A> list(Listing<R> listing, Function<? super R, ? extends A> aggregate) {
        Kind kind = listing.table().kind();
        FindIterable<R> rows = database.getCollection(
                        kind.name(), listing.table().row())
                .find(unit.reading().session(), filter(listing))
                .sort(sort(listing))
                .batchSize(Math.min(listing.limit(), BATCH));
        return (listing.limit() < Integer.MAX_VALUE ? rows.limit(listing.limit()) : rows)
                .<A>map(aggregate::apply)
                .into(new ArrayList<>());
    }

    @Override
    public <R extends Record, A> Optional<A> find(
            Table<R> table, Object key, Function<? super R, ? extends A> aggregate) {
        Kind kind = table.kind();
        Bson id = Filters.eq(Documents.value(kind, kind.key().name(), key));
        return Optional.ofNullable(database.getCollection(kind.name(), table.row())
                        .find(unit.reading().session(), id)
                        .first())
                .map(aggregate);
    }

    @Override
    public List<Sums> sums(Listing<?> wanted, List<String> by, List<String> added) {
        Kind kind = wanted.table().kind();
        BsonDocument group = new BsonDocument();
        by.forEach(column -> group.put(column, new BsonString("$" + Documents.field(kind, column))));
        BsonDocument sums = new BsonDocument(Documents.ID, group);
        added.forEach(column ->
                sums.put(column, new BsonDocument("$sum", new BsonString("$" + Documents.field(kind, column)))));
        return grouped(wanted, sums).map(found -> sums(kind, found, by, added)).into(new ArrayList<>());
    }

    @Override
    public List<Group> groups(Listing<?> wanted, String by, String time) {
        Kind kind = wanted.table().kind();
        BsonDocument groups = new BsonDocument(Documents.ID, new BsonString("$" + Documents.field(kind, by)));
        groups.put("rows", new BsonDocument("$sum", new BsonInt32(1)));
        groups.put("latest", new BsonDocument("$max", new BsonString("$" + Documents.field(kind, time))));
        return grouped(wanted, groups)
                .map(found -> new Group(
                        read(kind, by, Objects.requireNonNull(found.get(Documents.ID))),
                        found.getNumber("rows").longValue(),
                        (Instant) read(kind, time, Objects.requireNonNull(found.get("latest")))))
                .into(new ArrayList<>());
    }

    private AggregateIterable<BsonDocument> grouped(Listing<?> wanted, BsonDocument groups) {
        return database.getCollection(wanted.table().kind().name(), BsonDocument.class)
                .aggregate(
                        unit.reading().session(),
                        List.of(Aggregates.match(filter(wanted)), new BsonDocument("$group", groups)));
    }

    private static Object read(Kind kind, String column, BsonValue value) {
        return ColumnValues.read(kind.columns().get(kind.indexOf(column)).type(), value);
    }

    private static Sums sums(Kind kind, BsonDocument found, List<String> by, List<String> added) {
        BsonDocument group = found.getDocument(Documents.ID);
        List<@Nullable Object> values = new ArrayList<>(by.size());
        for (String column : by) {
            BsonValue value = group.get(column);
            values.add(value == null || value.isNull() ? null : read(kind, column, value));
        }
        return new Sums(
                values,
                added.stream()
                        .map(column -> found.getNumber(column).longValue())
                        .toList());
    }

    private static Bson sort(Listing<?> listing) {
        List<String> fields = listing.order().stream()
                .map(column -> Documents.field(listing.table().kind(), column))
                .toList();
        return listing.descending() ? Sorts.descending(fields) : Sorts.ascending(fields);
    }

    private static Bson filter(Listing<?> listing) {
        List<Bson> all = new ArrayList<>();
        for (Condition condition : listing.where()) {
            all.add(condition(listing.table().kind(), condition));
        }
        List<Object> after = listing.after();
        if (after != null) {
            all.addAll(beyond(listing, after));
        }
        return Conditions.all(all);
    }

    private static Bson condition(Kind kind, Condition condition) {
        String field = Documents.field(kind, condition.column());
        return switch (condition) {
            case Condition.Equal equal -> Filters.eq(field, Documents.value(kind, equal.column(), equal.value()));
            case Condition.Is is -> Filters.eq(field, Documents.value(kind, is.column(), is.word()));
            case Condition.AtLeast least -> Filters.gte(field, Documents.value(kind, least.column(), least.value()));
            case Condition.Before before -> Filters.lt(field, Documents.value(kind, before.column(), before.value()));
            case Condition.AnyOf any ->
                Filters.in(
                        field,
                        any.values().stream()
                                .map(value -> Documents.value(kind, any.column(), value))
                                .toList());
            case Condition.Holds holds -> Filters.eq(field, holds.value());
            case Condition.Contains contains -> contains(field, contains.part());
            case Condition.Absent absent -> Filters.exists(field, false);
        };
    }

    /** Compares bytes, so it needs no pattern and no escaping. */
    private static Bson contains(String field, String part) {
        BsonValue text = new BsonDocument("$literal", new BsonString(part));
        BsonValue found = new BsonDocument("$indexOfBytes", new BsonArray(List.of(new BsonString("$" + field), text)));
        return Filters.expr(new BsonDocument("$gte", new BsonArray(List.of(found, new BsonInt32(0)))));
    }

    /**
     * What lies after a place. The first column alone bounds the range of the index; MongoDB would not see that in the
     * alternatives, which settle the ties.
     */
    private static List<Bson> beyond(Listing<?> listing, List<Object> after) {
        Kind kind = listing.table().kind();
        List<Bson> alternatives = new ArrayList<>();
        List<Bson> equalSoFar = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            String column = listing.order().get(i);
            String field = Documents.field(kind, column);
            BsonValue value = Documents.value(kind, column, after.get(i));
            List<Bson> alternative = new ArrayList<>(equalSoFar);
            alternative.add(listing.descending() ? Filters.lt(field, value) : Filters.gt(field, value));
            alternatives.add(Conditions.all(alternative));
            equalSoFar.add(Filters.eq(field, value));
        }
        String first = Documents.field(kind, listing.order().getFirst());
        BsonValue bound = Documents.value(kind, listing.order().getFirst(), after.getFirst());
        return List.of(
                listing.descending() ? Filters.lte(first, bound) : Filters.gte(first, bound), Filters.or(alternatives));
    }
}
