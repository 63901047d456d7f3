package dev.atlas.api.http;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What a request says its sender is signed in with. */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Null if the request names none. */
    public static @Nullable String of(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
