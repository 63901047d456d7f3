package dev.atlas.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.Table;
import dev.atlas.persistence.UniqueRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.conversions.Bson;

/** The collection of a kind as a change of the schema makes it. Making it again, or on two nodes at once, does no harm. */
record CollectionPlan(Class<? extends Record> row, List<IndexModel> indexes) {

    private static final int NAMESPACE_EXISTS = 48;

    static CollectionPlan of(Class<? extends Record> row) {
        return new CollectionPlan(row, List.of());
    }

    /** With the index of a {@link UniqueRule} over all rows that have all of its columns. */
    CollectionPlan unique(String rule) {
        return unique(rule, Filters.empty());
    }

    /** With the index of a {@link UniqueRule} over the rows that satisfy {@code filter}. */
    CollectionPlan unique(String rule, Bson filter) {
        Kind kind = kind();
        List<String> columns = columns(rule);
        List<Bson> filters = new ArrayList<>(List.of(filter));
        for (String name : columns) {
            Column column = kind.columns().get(kind.indexOf(name));
            if (column.nullable()) {
                filters.add(Filters.exists(name));
            }
        }
        filters.removeIf(Filters.empty()::equals);
        IndexOptions options = new IndexOptions().name(rule).unique(true);
        if (!filters.isEmpty()) {
            options.partialFilterExpression(filters.size() == 1 ? filters.getFirst() : Filters.and(filters));
        }
        return with(new IndexModel(keys(columns), options));
    }

    /** With an index for lists; it serves both directions. */
    CollectionPlan index(String name, String... columns) {
        return with(new IndexModel(keys(List.of(columns)), new IndexOptions().name(name)));
    }

    /** The same over those documents alone that satisfy {@code filter}. */
    CollectionPlan index(String name, Bson filter, String... columns) {
        IndexOptions options = new IndexOptions().name(name).partialFilterExpression(filter);
        return with(new IndexModel(keys(List.of(columns)), options));
    }

    void make(MongoDatabase database) {
        make(database, kind().name(), indexes);
    }

    /** A collection that holds no kind. */
    static void make(MongoDatabase database, String name, List<IndexModel> indexes) {
        try {
            database.createCollection(name);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
        if (!indexes.isEmpty()) {
            database.getCollection(name).createIndexes(indexes);
        }
    }

    private CollectionPlan with(IndexModel index) {
        List<IndexModel> all = new ArrayList<>(indexes);
        all.add(index);
        return new CollectionPlan(row, List.copyOf(all));
    }

    private Bson keys(List<String> columns) {
        Kind kind = kind();
        return Indexes.ascending(
                columns.stream().map(column -> Documents.field(kind, column)).toList());
    }

    private List<String> columns(String rule) {
        for (UniqueRule declared : row.getAnnotationsByType(UniqueRule.class)) {
            if (declared.name().equals(rule)) {
                return Arrays.asList(declared.columns());
            }
        }
        throw new IllegalArgumentException(row.getSimpleName() + " declares no rule " + rule);
    }

    private Kind kind() {
        return Table.of(row).kind();
    }
}
