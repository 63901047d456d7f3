package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.Await;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two hundred chats are being answered at once, whose models stop in the middle and whose readers read no more, on each engine. */
@Isolated // it measures memory
class ManyStreamsTest {

    private static final int STREAMS = 200;
    private static final int PIECES = 300;
    private static final String PIECE = "word ".repeat(40);

    /** What is measured is how many go on, not how many begin; they end one after the other. */
    private static final int AT_ONCE = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theyAreHeldInLittleMemoryAndAllAreRecorded(String engine) throws Exception {
        OpenAiForm form = new OpenAiForm();
        Reply stuck = Reply.stream(
                        form,
                        form.stream(new Said(Collections.nCopies(PIECES, PIECE), null, "stop", 1, PIECES, 0), "m"))
                .after(PIECES, Reply.Ending.SILENT);
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE)) {
            atlas.add("ann", "member");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            ok(201, atlas.post("ann", "/chat/completions", "{\"content\":\"Who?\"}"));
            atlas.models().answering(request -> stuck);
            long before = used();
            List<Future<OpenCompletion>> streams = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                streams.add(readers.submit(() -> begun(atlas)));
            }

            List<OpenCompletion> open = new ArrayList<>();
            for (Future<OpenCompletion> stream : streams) {
                open.add(stream.get(1, TimeUnit.MINUTES));
            }

            assertThat(used() - before)
                    .as("bytes held by %s streams and their clients", STREAMS)
                    .isLessThan(200L << 20);
            for (int i = 0; i < STREAMS; i++) {
                open.get(i).close();
                untilRecorded(atlas, i + 2);
            }
        }
    }

    private static void untilRecorded(ServedAtlas atlas, int calls) {
        Await.until(Duration.ofMinutes(1), () -> recorded(totals(atlas)) >= calls, () -> "not %s calls yet: %s"
                .formatted(calls, totals(atlas).body()));
    }

    private static OpenCompletion begun(ServedAtlas atlas) throws Exception {
        OpenCompletion stream = OpenCompletion.of(atlas, "ann", "{\"content\":\"Who?\"}");
        for (int i = 0; i < 10; i++) {
            stream.next();
        }
        return stream;
    }

    /** None as long as the store is too busy to tell. */
    private static long recorded(HttpResponse<String> totals) {
        return totals.statusCode() == 503 ? 0 : Long.parseLong(ServedAtlas.text(ok(200, totals), "total_requests"));
    }

    private static HttpResponse<String> totals(ServedAtlas atlas) {
        try {
            return atlas.get("ann", "/me/usage/totals");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
