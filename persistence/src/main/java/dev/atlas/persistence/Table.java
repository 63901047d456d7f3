package dev.atlas.persistence;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kind a row record declares, and the way between its instances and plain values. The record is the only place where
 * a stored shape is written down in Java: its components are the columns, in their order, the key first.
 */
public final class Table<R extends Record> {

    private static final ClassValue<Table<?>> TABLES = new ClassValue<>() {
        @Override
        protected Table<?> computeValue(Class<?> row) {
            return new Table<>(row.asSubclass(Record.class));
        }
    };

    private final Class<R> row;
    private final Kind kind;
    private final MethodHandle constructor;
    private volatile @Nullable MethodHandle filling;
    private final List<MethodHandle> accessors = new ArrayList<>();

    private Table(Class<R> row) {
        this.row = row;
        RecordComponent[] components = row.getRecordComponents();
        this.kind = new Kind(
                row.getAnnotation(MappedEntity.class).value(),
                Arrays.stream(components).map(Table::column).toList(),
                !row.isAnnotationPresent(LocalToStore.class),
                Arrays.stream(row.getAnnotationsByType(UniqueRule.class))
                        .flatMap(rule -> Arrays.stream(rule.columns()))
                        .collect(Collectors.toSet()));
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            this.constructor = lookup.unreflectConstructor(row.getDeclaredConstructor(types));
            for (RecordComponent component : components) {
                accessors.add(lookup.unreflect(component.getAccessor()));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(row + " must be a public record", e);
        }
    }

    /** The table of this row record; one per record. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> Table<R> of(Class<R> row) {
        return (Table<R>) TABLES.get(row);
    }

    public Kind kind() {
        return kind;
    }

    public Class<R> row() {
        return row;
    }

    /** A row of these values, in the order of the columns. */
    @SuppressWarnings("unchecked")
    public R row(@Nullable Object[] values) {
        try {
            return (R) filling().invoke(values);
        } catch (Throwable e) {
            throw new IllegalStateException("a row of " + kind + " does not fit " + row.getSimpleName(), e);
        }
    }

    /** The constructor over an array; made when the first row is, as a start looks at all tables and reads few. */
    private MethodHandle filling() {
        MethodHandle known = filling;
        if (known == null) {
            known = constructor.asSpreader(Object[].class, accessors.size());
            filling = known;
        }
        return known;
    }

    /** The values of a row, in the order of the columns. */
    public List<@Nullable Object> values(R from) {
        List<@Nullable Object> values = new ArrayList<>(accessors.size());
        try {
            for (MethodHandle accessor : accessors) {
                values.add(accessor.invoke(from));
            }
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + row.getSimpleName(), e);
        }
        return values;
    }

    private static Column column(RecordComponent component) {
        String name = Optional.ofNullable(component.getAccessor().getAnnotation(MappedProperty.class))
                .map(MappedProperty::value)
                .orElse(component.getName());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean secret = component.isAnnotationPresent(Secret.class);
        return new Column(name, type(component), nullable, refersTo(component), secret);
    }

    private static @Nullable String refersTo(RecordComponent component) {
        RefersTo reference = component.getAnnotation(RefersTo.class);
        return reference == null
                ? null
                : reference.value().getAnnotation(MappedEntity.class).value();
    }

    private static Type type(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == UUID.class) {
            return Type.ID;
        } else if (type == String.class) {
            return Type.TEXT;
        } else if (type == long.class || type == Long.class) {
            return Type.INTEGER;
        } else if (type == double.class || type == Double.class) {
            return Type.DOUBLE;
        } else if (type == boolean.class || type == Boolean.class) {
            return Type.BOOLEAN;
        } else if (type == Instant.class) {
            return Type.INSTANT;
        } else if (type == BigDecimal.class) {
            return Type.DECIMAL;
        } else if (type == Json.class) {
            return Type.JSON;
        } else if (type == List.class) {
            return Type.TEXTS;
        } else if (type == SortedMap.class) {
            return Type.DOUBLES;
        }
        throw new IllegalStateException("no column type for " + component);
    }
}
