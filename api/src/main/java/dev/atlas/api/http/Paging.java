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

    /**
     * A page of the list. Its {@code next} begins with the mark, so that no other list takes it.
     *
     * @param view of an item alone; if it is the same for all pages, items that are listed again are not written again
     */
    public <T, V> Listed<V> answer(Slice<T> slice, Function<T, V> view) {
        Cursor next = slice.next();
        return new Listed<>(new Views<>(slice.items(), view), next == null ? null : list + next.text());
    }
}
