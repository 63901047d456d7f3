package dev.atlas.domain.storage;

import java.util.List;
import java.util.Optional;

/**
 * A collection of things that are read and written whole, each with a key and a version. Nothing is null, in or out.
 * Every method belongs to the unit of work whose {@link Repositories} handed it out.
 *
 * @param <K> the key
 * @param <A> the aggregate
 */
public interface Aggregates<K, A> {

    /** The one with this key, or empty. Keys are compared exactly; case counts. */
    Optional<A> find(K key);

    /**
     * Adds it at version 0.
     *
     * @return it as stored
     * @throws StorageException.Conflict if its key or one of its unique values is taken ({@code rule} says which), or if it
     *     refers to something that is not there ({@link StorageException.Conflict#REFERENCE})
     */
    A add(A aggregate);

    /**
     * Adds all of these, none of which refers to another; it costs about as much as adding one.
     *
     * @return them as stored, in their order
     * @throws StorageException.Conflict as {@link #add}, for any of them; then the unit of work cannot be committed
     */
    default List<A> addAll(List<A> aggregates) {
        return aggregates.stream().map(this::add).toList();
    }

    /**
     * Replaces the stored one if its version is still that of {@code aggregate}.
     *
     * @return it as stored, one version higher
     * @throws StorageException.Conflict with {@link StorageException.Conflict#VERSION} if it was changed or deleted since;
     *     otherwise as {@link #add}
     */
    A replace(A aggregate);

    /**
     * Removes the one with this key, and with it what cannot be without it, as the port says.
     *
     * @return false if there was none
     * @throws StorageException.Conflict with {@link StorageException.Conflict#REFERENCE} if something that may not vanish
     *     refers to it
     */
    boolean remove(K key);
}
