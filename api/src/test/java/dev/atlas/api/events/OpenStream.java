package dev.atlas.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A stream of events that a client follows. */
final class OpenStream implements AutoCloseable {

    private final HttpClient client;
    private final BlockingQueue<ServerSentEvent> events = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private OpenStream(HttpClient client, InputStream body) {
        this.client = client;
        Thread.startVirtualThread(() -> read(body));
    }

    static OpenStream of(ServedAtlas atlas, String as, @Nullable String last) throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + atlas.token(as));
        headers.put("Accept", "text/event-stream");
        if (last != null) {
            headers.put("Last-Event-ID", last);
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<InputStream> answer =
                client.send(atlas.request("GET", "/events", "", headers), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new OpenStream(client, answer.body());
    }

    private void read(InputStream body) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(ServerSentEvent.of(event.toString()));
                    event.setLength(0);
                } else {
                    event.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            // the server has broken it off, which is an end too
        } finally {
            ended.countDown();
        }
    }

    /** The next event that is like this. */
    ServerSentEvent await(Predicate<ServerSentEvent> like, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            ServerSentEvent next = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(next).as("an event within %s", patience).isNotNull();
            if (next != null && like.test(next)) {
                return next;
            }
        }
    }

    /** True if the server ends it. */
    boolean ended(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
