package dev.atlas.persistence;

/** Keeps what {@link RefersTo} promises, on one engine, within the current unit of work. */
public interface References {

    /** Refuses a row that refers to something that is not there, unless the engine does so by itself. */
    void mustExist(Record row);

    /** Removes the row with this key and deals with those that refer to it. False if there is none. */
    boolean remove(Table<?> table, Object key);
}
