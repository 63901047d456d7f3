package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
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

    /** The id of what a row becomes that was not imported before. */
    default UUID newId(ImportPass pass, String key) {
        return pass.foundation().ids().next().value();
    }

    /** The columns of a row as they are remembered; whoever hides one answers it such that {@link #read} takes it. */
    default SourceRow kept(SourceRow row) {
        return row;
    }

    /** The id under which the entity is remembered; null if the row itself is all that is kept. */
    default @Nullable UUID remembered(E entity, UUID id) {
        return id;
    }

    /** What is in Atlas already and is the same thing, whoever made it. */
    default Optional<E> present(Repositories repositories, E entity) {
        return Optional.empty();
    }

    /** The id of what is {@link #present}. */
    default UUID idOf(E present) {
        throw new UnsupportedOperationException(table());
    }

    /** Lets what is {@link #present} take from the row what it may. */
    default void adopt(Repositories repositories, E present, E entity) {}

    /**
     * The entity of a row of the source, in the order of the source; asked for again, with the same answer, where a batch of rows
     * that others import as well is settled again.
     */
    default E recognised(Cells cells, E entity) {
        return entity;
    }

    /** Called once for every row whose entity is there now (or would be, in a dry run), in the order of the source. */
    void met(String key, Cells cells, E entity);

    /** Why it cannot be added to what is there; empty if it can. */
    Optional<String> obstacle(Repositories repositories, E entity);

    void add(Repositories repositories, E entity);

    /** Called at the end of each unit of work with all that it has added. */
    default void added(Repositories repositories, List<E> entities) {}

    Optional<E> find(Repositories repositories, UUID id);

    /** What a row that was imported before is now; empty if it was deleted since. */
    default Optional<E> found(Repositories repositories, KnownRow row) {
        UUID entity = row.entity();
        return entity == null ? Optional.empty() : find(repositories, entity);
    }

    /** Replaces {@code three.mine()} by what the three make together. Throws as {@link #read}, before writing anything. */
    void update(Repositories repositories, ThreeWay<E> three);
}
