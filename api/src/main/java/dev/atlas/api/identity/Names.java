package dev.atlas.api.identity;

import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Names in paths that are more than ids. */
final class Names {

    private Names() {}

    /** The name that {@code read} makes of a path's part; what can be no name names nothing, so it is not found. */
    static <N> N existing(String kind, Supplier<N> read) {
        try {
            return read.get();
        } catch (InvalidValue e) {
            throw new Refusal.NotFound(kind + ".not_found", "There is no such " + kind + ".");
        }
    }

    /** The part of a path that means this name. */
    static String inPath(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
