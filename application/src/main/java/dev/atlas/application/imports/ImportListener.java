package dev.atlas.application.imports;

/** Is told how far an import is, on the thread that imports. */
@FunctionalInterface
public interface ImportListener {

    /** Tells nobody. */
    ImportListener SILENT = (table, rows) -> {};

    /** That many more rows of this table of the source are settled, and what they became is committed. */
    void settled(String table, int rows);
}
