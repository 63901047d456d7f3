package dev.atlas.contract.samples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that occur in aggregates, by their class: what a question is most likely answered for. */
public final class Pool {

    private final Map<Class<?>, List<Object>> values = new HashMap<>();

    /** Takes in an aggregate and every value within it. */
    public void add(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> several -> several.forEach(this::add);
            default -> {
                values.computeIfAbsent(value.getClass(), type -> new ArrayList<>())
                        .add(value);
                if (value instanceof Record record) {
                    Copies.components(record).values().forEach(this::add);
                }
            }
        }
    }

    /** Any value of this class that was taken in. */
    public <V> Optional<V> any(Class<V> type, Samples samples) {
        List<Object> known = values.getOrDefault(type, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(type.cast(samples.oneOf(known)));
    }
}
