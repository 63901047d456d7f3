package dev.atlas.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables or collections of a store.
 *
 * @param kinds those that hold what Atlas stores, by name, with their columns; those of an engine that knows no columns are
 *     empty
 * @param infrastructure those the engine needs for itself: its log of changes, its history of schema steps
 */
public record LiveSchema(Map<String, Set<String>> kinds, Set<String> infrastructure) {

    public LiveSchema {
        kinds = new TreeMap<>(kinds);
        infrastructure = Set.copyOf(infrastructure);
    }
}
