package dev.atlas.persistence;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final BeanIntrospection<R> row;
    private final Kind kind;
    private final List<BeanProperty<R, Object>> components;

    private Table(Class<R> record) {
        this.row = BeanIntrospection.getIntrospection(record);
        this.components = Arrays.stream(row.getConstructorArguments())
                .map(component -> row.getRequiredProperty(component.getName(), Object.class))
                .toList();
        this.kind = new Kind(
                name(record),
                components.stream().map(Table::column).toList(),
                !row.hasAnnotation(LocalToStore.class),
                row.getAnnotationValuesByType(UniqueRule.class).stream()
                        .flatMap(rule -> Arrays.stream(rule.stringValues("columns")))
                        .collect(Collectors.toSet()));
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
        return row.getBeanType();
    }

    /** A row of these values, in the order of the columns. */
    public R row(@Nullable Object[] values) {
        return row.instantiate(false, values);
    }

    /** The values of a row, in the order of the columns. */
    public List<@Nullable Object> values(R from) {
        List<@Nullable Object> values = new ArrayList<>(components.size());
        for (BeanProperty<R, Object> component : components) {
            values.add(component.get(from));
        }
        return values;
    }

    private static Column column(BeanProperty<?, Object> component) {
        String name = component.stringValue(MappedProperty.class).orElse(component.getName());
        return new Column(
                name,
                type(component.getType()),
                component.isDeclaredNullable(),
                refersTo(component),
                component.hasAnnotation(Secret.class));
    }

    private static @Nullable String refersTo(BeanProperty<?, Object> component) {
        return component.classValue(RefersTo.class).map(Table::name).orElse(null);
    }

    private static String name(Class<?> row) {
        return BeanIntrospection.getIntrospection(row)
                .stringValue(MappedEntity.class)
                .orElseThrow(() -> new IllegalStateException(row + " has no @MappedEntity"));
    }

    private static Type type(Class<?> type) {
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
        throw new IllegalStateException("no column type for " + type);
    }
}
