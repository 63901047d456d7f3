package dev.atlas.api.http;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import java.util.function.Function;

/**
 * Which part of which list is asked for.
 *
 * @param list the mark of the list: of its path and its filters
 */
public record Paging(Page page, String list) {

    /** A page of the list. Its {@code next} begins with the mark, so that no other list takes it. */
    public <T, V> Listed<V> answer(Slice<T> slice, Function<T, V> view) {
        Cursor next = slice.next();
        return new Listed<>(slice.items().stream().map(view).toList(), next == null ? null : list + next.text());
    }
}
