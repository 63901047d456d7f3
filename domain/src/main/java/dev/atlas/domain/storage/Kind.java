package dev.atlas.domain.storage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of the SQL engines, a collection of MongoDB.
 *
 * @param name the same on every engine
 * @param columns the key first; their order is that of every record
 * @param moves false if it belongs to one store alone (counters of failed sign-ins, leases) and is never copied
 * @param unique the columns of which no two records may have the same values, beside the key
 */
public record Kind(String name, List<Column> columns, boolean moves, Set<String> unique) {

    public Kind {
        columns = List.copyOf(columns);
        unique = Set.copyOf(unique);
    }

    /** A kind whose records differ by their keys alone. */
    public Kind(String name, List<Column> columns, boolean moves) {
        this(name, columns, moves, Set.of());
    }

    /** The column that names a record; not null, of type {@code ID} or {@code TEXT}. */
    public Column key() {
        return columns.getFirst();
    }

    /** The place of a column in every record of this kind. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    /** The column in which a record may name another of this kind, or null. */
    public @Nullable Column toItself() {
        for (Column column : columns) {
            if (name.equals(column.refersTo())) {
                return column;
            }
        }
        return null;
    }

    /** Of the name alone: kinds name what is kept in maps, and all their columns take long. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
