package dev.atlas.contract;

/**
 * How an engine answers one query.
 *
 * @param query as it was sent
 * @param plan in the engine's words
 */
public record QueryPlan(String query, Access access, String plan) {

    /** How rows are come by, the best first. */
    public enum Access {
        /** An index is entered where the wanted rows are. */
        SEEK,
        /** An index is followed from its start. */
        WALK,
        /** Every row is looked at, or all found ones are sorted for want of an index. */
        SCAN
    }
}
