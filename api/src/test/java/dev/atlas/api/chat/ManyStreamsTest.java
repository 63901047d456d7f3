package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.wire.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two hundred chats are answered at once, all of whose readers stop in the middle, on each engine. */
class ManyStreamsTest {

    private static final int STREAMS = 200;
    private static final int PIECES = 300;
    private static final String PIECE = "word ".repeat(40);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theyAreHeldInLittleMemoryAndAllComeToTheirEnd(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            atlas.add("ann", "member");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            atlas.models().says(new Said(Collections.nCopies(PIECES, PIECE), null, "stop", 1, PIECES, 0));
            ok(201, atlas.post("ann", "/chat/completions", "{\"content\":\"Who?\"}"));
            long before = used();
            CountDownLatch begun = new CountDownLatch(STREAMS);
            CountDownLatch goOn = new CountDownLatch(1);
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                ends.add(readers.submit(() -> read(atlas, begun, goOn)));
            }

            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(used() - before)
                    .as("bytes held by %s streams and their clients", STREAMS)
                    .isLessThan(200L << 20);

            goOn.countDown();
            for (Future<String> end : ends) {
                assertThat(end.get(2, TimeUnit.MINUTES)).startsWith("done");
            }
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body())
                    .contains("\"total_requests\":" + (STREAMS + 1), "\"failed_requests\":0");
        }
    }

    /** Reads some, waits, and reads the rest. Returns the last event. */
    private static String read(ServedAtlas atlas, CountDownLatch begun, CountDownLatch goOn) throws Exception {
        try (OpenCompletion stream = OpenCompletion.of(atlas, "ann", "{\"content\":\"Who?\"}")) {
            for (int i = 0; i < 10; i++) {
                stream.next();
            }
            begun.countDown();
            goOn.await();
            String last = "";
            for (String next = stream.next(); !next.equals("end"); next = stream.next()) {
                last = next;
            }
            return last;
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
