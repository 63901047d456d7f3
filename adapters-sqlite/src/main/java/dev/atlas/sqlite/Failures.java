package dev.atlas.sqlite;

import org.jspecify.annotations.Nullable;

/** Brings what went wrong on another thread back to the caller. */
final class Failures {

    private Failures() {}

    /** The exception to throw for {@code cause}; an error is thrown as it is. */
    static RuntimeException of(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null -> new IllegalStateException("failed without a cause");
            default -> new IllegalStateException(cause);
        };
    }
}
