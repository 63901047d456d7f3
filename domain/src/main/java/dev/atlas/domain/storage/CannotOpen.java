package dev.atlas.domain.storage;

import org.jspecify.annotations.Nullable;

/** A store that cannot be opened. The message is one sentence for people: what is wrong, and which setting to change. */
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotOpen(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public CannotOpen(String message) {
        this(message, null);
    }
}
