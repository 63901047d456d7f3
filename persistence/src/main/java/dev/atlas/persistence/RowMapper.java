package dev.atlas.persistence;

/** Between an aggregate and its stored row. Loses nothing in either direction. */
public interface RowMapper<A, R> {

    R toRow(A aggregate);

    A toDomain(R row);
}
