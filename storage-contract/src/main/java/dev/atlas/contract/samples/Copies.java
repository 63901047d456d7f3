package dev.atlas.contract.samples;

import dev.atlas.domain.storage.RecordKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records with some components replaced. Components of nested records are named by a path, {@code secret.keyId}. */
public final class Copies {

    private Copies() {}

    /** The value at {@code path}. */
    public static @Nullable Object get(Record record, String path) {
        int dot = path.indexOf('.');
        Object value = value(record, component(record, dot < 0 ? path : path.substring(0, dot)));
        return dot < 0 || value == null ? value : get((Record) value, path.substring(dot + 1));
    }

    /** The first component, which names an aggregate among its kind. */
    public static Object key(Record record) {
        Object key = value(record, record.getClass().getRecordComponents()[0]);
        if (key == null) {
            throw new IllegalArgumentException("a key is never null");
        }
        return key;
    }

    /** The key as it is stored: that of an aggregate is one value, however wrapped. */
    public static RecordKey storedKey(Record record) {
        Object key = key(record);
        return RecordKey.of(key instanceof Record wrapped ? key(wrapped) : key);
    }

    /** All values by their names, in their order. */
    public static Map<String, @Nullable Object> components(Record record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values.put(component.getName(), value(record, component));
        }
        return values;
    }

    public static <R extends Record> R with(R record, String path, @Nullable Object value) {
        Map<String, @Nullable Object> change = new TreeMap<>();
        change.put(path, value);
        return with(record, change);
    }

    /** All {@code changes} at once, since some components are valid only together. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> values = components(record);
        changes.forEach((path, value) -> {
            int dot = path.indexOf('.');
            String name = dot < 0 ? path : path.substring(0, dot);
            component(record, name);
            Object old = values.get(name);
            values.put(name, dot < 0 || old == null ? value : with((Record) old, path.substring(dot + 1), value));
        });
        return (R) make(record.getClass(), values.values().toArray());
    }

    /** An instance of a record class. What its constructor throws passes through. */
    public static Object make(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be a public record", e);
        }
    }

    private static RecordComponent component(Record record, String name) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(record.getClass() + " has no " + name + " but "
                        + Arrays.stream(record.getClass().getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(", "))));
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
