package dev.atlas.domain.imports;

import org.jspecify.annotations.Nullable;

/** A foreign file cannot be read. The message is one sentence for people and names the file. */
public final class CannotRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRead(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
