package dev.atlas.contract.samples;

import dev.atlas.domain.storage.Repositories;

/**
 * That aggregates of one port refer to those of another.
 *
 * @param path where the child holds the key of its parent
 */
public record Link<P extends Record, K, C extends Record>(
        Port<K, P> parent, Port<?, C> child, String path, WhenGone whenGone) {

    /** What becomes of the child when its parent is removed. */
    public enum WhenGone {
        REMOVED,
        REFUSED,
        CLEARED
    }

    /** A child of {@code parent} that is not added yet. */
    public C childOf(K key, Samples samples, Repositories repositories) {
        return Copies.with(child.make(samples, repositories), path, key);
    }

    @Override
    public String toString() {
        return child + "." + path + " -> " + parent;
    }
}
