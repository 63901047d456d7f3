package dev.atlas.api.http;

import dev.atlas.domain.storage.Position;
import org.jspecify.annotations.Nullable;

/**
 * The last event a client was told, from {@code Last-Event-ID}.
 *
 * @param position null if the client begins
 */
public record LastEvent(@Nullable Position position) {

    /** Sent by browsers that go on with a stream. */
    public static final String HEADER = "Last-Event-ID";
}
