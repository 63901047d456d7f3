package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a server was asked.
 *
 * @param headers by name in lower case, the first of each
 * @param body as it came
 */
public record Asked(String method, String path, String query, Map<String, String> headers, String body) {

    /** The body as JSON; missing if it is none. */
    public JsonNode json() {
        return Wire.read(body);
    }

    /** Empty if it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
