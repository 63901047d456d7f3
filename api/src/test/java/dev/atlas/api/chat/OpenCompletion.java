package dev.atlas.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A completion that a client reads event by event. Closing it cuts the connection. */
final class OpenCompletion implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BufferedReader lines;

    private OpenCompletion(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    static OpenCompletion of(ServedAtlas atlas, String as, String body) throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + atlas.token(as));
        headers.put("Accept", "text/event-stream");
        HttpResponse<InputStream> answer = CLIENT.send(
                atlas.request("POST", "/chat/completions", body, headers), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(201);
        return new OpenCompletion(answer.body());
    }

    /** Reads the next event. Returns its name and its data, or {@code end}. */
    String next() throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            event.append(line.startsWith("event: ") ? line.substring("event: ".length()) : line)
                    .append(' ');
        }
        return event.isEmpty() ? "end" : event.toString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
