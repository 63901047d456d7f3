package dev.atlas.platformwire;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a server answers. */
public record Said(int status, Map<String, String> headers, String body, Ending ending) {

    /** How the answer ends. */
    public enum Ending {
        /** As it should. */
        WHOLE,
        /** The connection is closed in the middle. */
        CUT,
        /** Nothing comes, until the server is closed. */
        SILENT
    }

    public Said {
        headers = Map.copyOf(headers);
    }

    public static Said json(int status, Object body) {
        return new Said(status, Map.of("Content-Type", "application/json"), body.toString(), Ending.WHOLE);
    }

    public Said with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Said(status, all, body, ending);
    }

    public Said ending(Ending other) {
        return new Said(status, headers, body, other);
    }
}
