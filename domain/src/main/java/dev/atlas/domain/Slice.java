package dev.atlas.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, in the list's order, and where the next one starts: null at the end. */
public record Slice<T>(List<T> items, @Nullable Cursor next) {

    public Slice {
        items = List.copyOf(items);
    }

    /** Cuts {@code found}, which was asked for with one entry more than {@code limit}, to a page. */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, Cursor> place) {
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        List<T> page = found.subList(0, limit);
        return new Slice<>(page, place.apply(page.getLast()));
    }

    /** The same page with every item turned into something else. */
    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }
}
