package dev.atlas.api.http;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * What is shown of some items, made when it is asked for.
 *
 * @param <T> of the items, which cannot change
 */
final class Views<T, V> extends AbstractList<V> implements RandomAccess {

    private final List<T> items;
    private final Function<? super T, ? extends V> view;

    /** @param view of an item alone */
    Views(List<T> items, Function<? super T, ? extends V> view) {
        this.items = items;
        this.view = view;
    }

    List<T> items() {
        return items;
    }

    Function<? super T, ? extends V> view() {
        return view;
    }

    @Override
    public V get(int index) {
        return view.apply(items.get(index));
    }

    @Override
    public int size() {
        return items.size();
    }
}
