package dev.atlas.domain.imports;

import java.util.Set;
import java.util.function.Consumer;

/** A foreign file of tables, read at one moment and never changed. For one thread. */
public interface SourceFile extends AutoCloseable {

    /** The tables it holds; views are none. */
    Set<String> tables();

    /**
     * Hands every row of {@code table} to {@code use}, ordered by its first column, one at a time.
     *
     * @throws CannotRead if the file turns out to be damaged
     */
    void forEach(String table, Consumer<SourceRow> use);

    /** The same, ordered by {@code column}; rows equal in it come in the order in which they were added. */
    void forEachBy(String table, String column, Consumer<SourceRow> use);

    @Override
    void close();
}
