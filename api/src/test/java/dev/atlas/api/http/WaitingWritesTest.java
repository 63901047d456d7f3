package dev.atlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.DisturbedStorage;
import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that wait for their commit. */
class WaitingWritesTest {

    /** Far more than there are processors. */
    private static final int WRITES = 100;

    private static final long BOUND = 60;

    @TempDir
    Path folder;

    /** Only writes that reach the store together can be committed together, and a slow one holds up no other. */
    @Test
    void all_of_them_reach_the_store_at_once() throws Exception {
        DisturbedStorage storage = new DisturbedStorage(ServedAtlas.open(ServedAtlas.place("sqlite", folder)));
        CountDownLatch latch = new CountDownLatch(1);
        try (ServedAtlas atlas = ServedAtlas.over(storage, folder);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            atlas.signIn("admin");
            storage.hold(latch, WRITES);
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                String project = "{\"name\":\"p" + i + "\"}";
                answers.add(clients.submit(() -> atlas.post("admin", "/projects", project)));
            }
            assertThat(storage.arrived().await(BOUND, TimeUnit.SECONDS))
                    .as(
                            "%s of %s writes are still on their way",
                            storage.arrived().getCount(), WRITES)
                    .isTrue();
            latch.countDown();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(BOUND, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            }
        } finally {
            latch.countDown();
        }
    }
}
