package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one table become entities of one kind.
 *
 * @param <E> the entity
 */
interface SourceTable<E> {

    /** As the source names it. */
    String table();

    /** The column that names a row. */
    String keyColumn();

    /** What rows become, in the plural. */
    String entities();

    /**
     * The entity a row stands for, under this id.
     *
     * @throws InvalidValue with the reason if the row must be left out
     */
    E read(Cells cells, UUID id);

    /** What only one row of the source may stand for, such as an epoch of a run; empty if there is nothing of the kind. */
    default Optional<Object> only(E entity) {
        return Optional.empty();
    }

    /** The id under which the entity is remembered; null if the row itself is all that is kept. */
    default @Nullable UUID remembered(UUID id) {
        return id;
    }

    /** Called once for every row whose entity is there now (or would be, in a dry run), in the order of the source. */
    void met(String key, Cells cells, E entity);

    /** Why it cannot be added to what is there; empty if it can. */
    Optional<String> obstacle(Repositories repositories, E entity);

    void add(Repositories repositories, E entity);

    Optional<E> find(Repositories repositories, UUID id);

    /** Replaces {@code three.mine()} by what the three make together. Throws as {@link #read}, before writing anything. */
    void update(Repositories repositories, ThreeWay<E> three);
}
