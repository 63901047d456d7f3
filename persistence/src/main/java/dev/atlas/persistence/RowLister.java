package dev.atlas.persistence;

import java.util.List;

/** Answers {@link Listing}s on one engine, within the current unit of work. */
public interface RowLister {

    <R extends Record> List<R> list(Listing<R> listing);
}
