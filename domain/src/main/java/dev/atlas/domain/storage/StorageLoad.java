package dev.atlas.domain.storage;

/**
 * How busy a store is at this moment, as seen without a lock.
 *
 * @param connectionsInUse connections to the engine that units of work hold
 * @param connections the most there can be
 * @param unitsWaiting units of work that wait for a connection or for their turn
 */
public record StorageLoad(int connectionsInUse, int connections, int unitsWaiting) {}
