package dev.atlas.contract.servers;

import org.jspecify.annotations.Nullable;

/**
 * A test server could not be started, stopped or reached. The message says what was tried, what to install or set, and
 * quotes the last lines of the server's log where there is one.
 */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerException(String message) {
        super(message);
    }

    ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
