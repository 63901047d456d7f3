package dev.atlas.api.events;

import java.net.http.HttpResponse;

/** One event as it came. */
record ServerSentEvent(String id, String data) {

    /** The only one of an answer that has ended. */
    static ServerSentEvent only(HttpResponse<String> answer) {
        return of(answer.body());
    }

    /** The event of these lines. */
    static ServerSentEvent of(String lines) {
        String id = "";
        String data = "";
        for (String line : lines.split("\n", -1)) {
            if (line.startsWith("id:")) {
                id = line.substring("id:".length()).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring("data:".length()).strip();
            }
        }
        return new ServerSentEvent(id, data);
    }
}
