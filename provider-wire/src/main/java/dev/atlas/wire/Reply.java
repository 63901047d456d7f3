package dev.atlas.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of the server, part by part.
 *
 * @param parts written one after the other
 * @param ending how it ends
 */
public record Reply(int status, Map<String, String> headers, List<String> parts, Ending ending) {

    /** What happens after the last part. */
    public enum Ending {
        /** It ends as it should. */
        WHOLE,
        /** The connection is closed in the middle. */
        CUT,
        /** Nothing comes any more, until the server is closed. */
        SILENT,
        /** Nothing but signs of life come, until whoever asked goes away or the server is closed. */
        PINGING
    }

    public Reply {
        headers = Map.copyOf(headers);
        parts = List.copyOf(parts);
    }

    public static Reply of(int status, String type, List<String> parts) {
        return new Reply(status, Map.of("Content-Type", type), parts, Ending.WHOLE);
    }

    public static Reply json(int status, String body) {
        return of(status, "application/json", List.of(body));
    }

    /** What {@code form} says instead of an answer. */
    public static Reply error(Form form, int status, String code, String message) {
        return json(status, form.error(status, code, message));
    }

    public static Reply stream(Form form, List<String> events) {
        return of(200, form.streamType(), events);
    }

    public Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, parts, ending);
    }

    public Reply ending(Ending other) {
        return new Reply(status, headers, parts, other);
    }

    /** The first {@code count} parts of it, and then that ending. */
    public Reply after(int count, Ending other) {
        return new Reply(status, headers, parts.subList(0, count), other);
    }
}
