package dev.atlas.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * The page of the union of several lists, each ordered newest first: from the pages of all of them that start at the
     * same place and hold up to {@code limit} entries. What is in several lists, under the same place, comes once.
     */
    public static <T> Slice<T> union(List<Slice<T>> pages, int limit, Function<T, Cursor> place) {
        List<Slice<T>> some =
                pages.stream().filter(page -> !page.items().isEmpty()).toList();
        if (some.size() == 1) {
            return some.getFirst();
        }
        SortedMap<Cursor, T> all = new TreeMap<>(Cursor.NEWEST_FIRST);
        pages.forEach(page -> page.items().forEach(item -> all.putIfAbsent(place.apply(item), item)));
        List<T> items = all.values().stream().limit(limit).toList();
        boolean more = all.size() > limit || pages.stream().anyMatch(page -> page.next() != null);
        return new Slice<>(items, more ? place.apply(items.getLast()) : null);
    }

    /** The same page with every item turned into something else. */
    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }
}
