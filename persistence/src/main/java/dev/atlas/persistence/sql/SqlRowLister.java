package dev.atlas.persistence.sql;

import static java.util.Objects.requireNonNull;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.Condition;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.RowLister;
import dev.atlas.persistence.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists rows in SQL that SQLite and PostgreSQL both speak; row values make a keyset one index range. */
public final class SqlRowLister implements RowLister {

    private record Parameter(Type type, Object value) {}

    private final CurrentUnit<Connection> unit;
    private final SqlValues values;
    private final Map<Table<?>, String> finds = new ConcurrentHashMap<>();

    public SqlRowLister(CurrentUnit<Connection> unit, SqlValues values) {
        this.unit = unit;
        this.values = values;
    }

    @Override
    public <R extends Record, A> Optional<A> find(
            Table<R> table, Object key, Function<? super R, ? extends A> aggregate) {
        String sql = finds.computeIfAbsent(table, SqlRowLister::byKey);
        try (PreparedStatement statement = unit.reading().prepareStatement(sql)) {
            values.bind(statement, 1, table.kind().key().type(), key);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(aggregate.apply(row(table, found))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static String byKey(Table<?> table) {
        Kind kind = table.kind();
        return "select " + columns(kind) + " from " + kind.name() + " where "
                + kind.key().name() + " = ?";
    }

    @Override
    public <R extends Record, A> List<A> list(Listing<R> listing, Function<? super R, ? extends A> aggregate) {
        return list(listing, columns(listing.table().kind()), found -> aggregate.apply(row(listing.table(), found)));
    }

    /** The keys alone of the rows that {@link #list} finds, in their order. */
    public List<Object> keys(Listing<?> listing) {
        Column key = listing.table().kind().key();
        return list(listing, key.name(), found -> requireNonNull(values.read(found, 1, key.type())));
    }

    /** Reads what is wanted of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    @Override
    public List<Sums> sums(Listing<?> wanted, List<String> by, List<String> added) {
        Kind kind = wanted.table().kind();
        List<Parameter> parameters = new ArrayList<>();
        List<String> columns = new ArrayList<>(by);
        added.forEach(column -> columns.add("cast(sum(" + column + ") as bigint)"));
        String sql = "select " + String.join(", ", columns) + " from " + kind.name() + where(wanted, parameters)
                + (by.isEmpty() ? " having count(*) > 0" : " group by " + String.join(", ", by));
        return query(sql, parameters, found -> {
            List<@Nullable Object> group = new ArrayList<>(by.size());
            for (int i = 0; i < by.size(); i++) {
                group.add(values.read(found, i + 1, type(kind, by.get(i))));
            }
            List<Long> sums = new ArrayList<>(added.size());
            for (int i = by.size(); i < columns.size(); i++) {
                sums.add(found.getLong(i + 1));
            }
            return new Sums(group, sums);
        });
    }

    @Override
    public List<Group> groups(Listing<?> wanted, String by, String time) {
        Kind kind = wanted.table().kind();
        List<Parameter> parameters = new ArrayList<>();
        String sql = "select " + by + ", count(*), max(" + time + ") from " + kind.name() + where(wanted, parameters)
                + " group by " + by;
        return query(
                sql,
                parameters,
                found -> new Group(requireNonNull(values.read(found, 1, type(kind, by))), found.getLong(2), (Instant)
                        requireNonNull(values.read(found, 3, type(kind, time)))));
    }

    private <T> List<T> list(Listing<?> listing, String columns, Reading<? extends T> reading) {
        List<Parameter> parameters = new ArrayList<>();
        return query(sql(listing, columns, parameters), parameters, reading);
    }

    private <T> List<T> query(String sql, List<Parameter> parameters, Reading<? extends T> reading) {
        try (PreparedStatement statement = unit.reading().prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                values.bind(
                        statement,
                        i + 1,
                        parameters.get(i).type(),
                        parameters.get(i).value());
            }
            try (ResultSet found = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (found.next()) {
                    all.add(reading.of(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private <R extends Record> R row(Table<R> table, ResultSet found) throws SQLException {
        return table.row(SqlRows.read(values, table.kind(), found));
    }

    private String sql(Listing<?> listing, String columns, List<Parameter> parameters) {
        Kind kind = listing.table().kind();
        StringBuilder sql =
                new StringBuilder("select ").append(columns).append(" from ").append(kind.name());
        sql.append(where(listing, parameters)).append(" order by ");
        sql.append(String.join(listing.descending() ? " desc, " : ", ", listing.order()));
        sql.append(listing.descending() ? " desc" : "");
        if (listing.limit() < Integer.MAX_VALUE) {
            sql.append(" limit ?");
            parameters.add(new Parameter(Type.INTEGER, (long) listing.limit()));
        }
        return sql.toString();
    }

    private String where(Listing<?> listing, List<Parameter> parameters) {
        Kind kind = listing.table().kind();
        StringJoiner where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        for (Condition condition : listing.where()) {
            where.add(condition(kind, condition, parameters));
        }
        List<Object> after = listing.after();
        if (after != null) {
            where.add(row(listing.order()) + (listing.descending() ? " < " : " > ") + marks(after.size()));
            for (int i = 0; i < after.size(); i++) {
                parameters.add(new Parameter(type(kind, listing.order().get(i)), after.get(i)));
            }
        }
        return where.toString();
    }

    private String condition(Kind kind, Condition condition, List<Parameter> parameters) {
        String column = condition.column();
        Type type = type(kind, column);
        return switch (condition) {
            case Condition.Equal equal -> {
                parameters.add(new Parameter(type, equal.value()));
                yield column + " = ?";
            }
            case Condition.Is is -> is.column() + " = '" + is.word() + "'";
            case Condition.AtLeast least -> {
                parameters.add(new Parameter(type, least.value()));
                yield column + " >= ?";
            }
            case Condition.Before before -> {
                parameters.add(new Parameter(type, before.value()));
                yield column + " < ?";
            }
            case Condition.AnyOf any -> {
                any.values().forEach(value -> parameters.add(new Parameter(type, value)));
                yield any.values().isEmpty()
                        ? "1 = 0"
                        : column + " in " + marks(any.values().size());
            }
            case Condition.Holds holds -> {
                parameters.add(new Parameter(Type.TEXT, holds.value()));
                yield values.holds(column);
            }
            case Condition.Contains contains -> {
                parameters.add(new Parameter(Type.TEXT, contains.part()));
                yield values.contains(column);
            }
            case Condition.Absent absent -> absent.column() + " is null";
        };
    }

    static String columns(Kind kind) {
        return String.join(", ", kind.columns().stream().map(Column::name).toList());
    }

    static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    private static String row(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    private static Type type(Kind kind, String column) {
        return kind.columns().get(kind.indexOf(column)).type();
    }
}
