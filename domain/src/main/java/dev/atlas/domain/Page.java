package dev.atlas.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: at most {@code limit} entries after {@code after}, from the start if that is null.
 */
public record Page(int limit, @Nullable Cursor after) {

    /** The size of a page nobody asked a size for. Source: HTTP conventions of Atlas. */
    public static final int DEFAULT_LIMIT = 50;

    /** The largest page. Source: HTTP conventions of Atlas. */
    public static final int MAX_LIMIT = 200;

    public Page {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValue("limit", "must be between 1 and " + MAX_LIMIT);
        }
    }

    /** The first {@code limit} entries. */
    public static Page first(int limit) {
        return new Page(limit, null);
    }
}
