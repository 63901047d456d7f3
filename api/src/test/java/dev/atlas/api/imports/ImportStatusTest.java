package dev.atlas.api.imports;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.DisturbedStorage;
import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.application.imports.EegUpload;
import dev.atlas.contract.Await;
import dev.atlas.contract.tracker.TrackerSample;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.storage.Storage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How an import that goes on after its answer stands, and who is told. */
class ImportStatusTest {

    @TempDir
    private Path folder;

    static List<String> engines() {
        return ServedAtlas.engines();
    }

    private HttpResponse<String> send(ServedAtlas atlas, String user, String query) throws Exception {
        Path file = folder.resolve("tracker.db");
        if (!Files.exists(file)) {
            TrackerSample.write(file);
        }
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(atlas.uri().resolve("/api/v1/imports" + query))
                                .header("Authorization", "Bearer " + atlas.token(user))
                                .header("Content-Type", "application/vnd.sqlite3")
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String path(HttpResponse<String> begun) {
        return header(begun, "Location").replaceFirst("^/api/v1", "");
    }

    private static HttpResponse<String> ended(ServedAtlas atlas, String user, String path) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        Await.until(
                Duration.ofSeconds(60),
                () -> {
                    try {
                        answers.add(ok(200, atlas.get(user, path)));
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    return !text(answers.getLast(), "state").equals("running");
                },
                () -> "the import does not end");
        return answers.getLast();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whoAskedIsToldAndNobodyElse(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("eve", "admin");
            HttpResponse<String> begun = ok(202, send(atlas, "eve", "?project=Lab&source=mine"));
            assertThat(text(begun, "state")).isEqualTo("running");
            assertThat(header(begun, "Location")).isEqualTo("/api/v1/imports/" + text(begun, "id"));
            assertThat(header(begun, "Atlas-Position")).isNotEqualTo("absent");

            HttpResponse<String> ended = ended(atlas, "eve", path(begun));
            assertThat(text(ended, "state")).as(ended.body()).isEqualTo("succeeded");
            assertThat(text(ended, "project")).isEqualTo("Lab");
            assertThat(text(ended, "source")).isEqualTo("mine");
            assertThat(text(ended, "rows_read")).isEqualTo("51");
            assertThat(text(ended, "report")).contains("\"training_runs\"", "\"read\":51");
            assertThat(text(ended, "ended_at")).endsWith("Z");
            assertThat(ok(200, atlas.get("eve", "/imports")).body()).contains(text(begun, "id"));

            refused(404, "import.not_found", atlas.get("admin", path(begun)));
            assertThat(text(ok(200, atlas.get("admin", "/imports")), "items")).isEqualTo("[]");
            atlas.add("ann", "member");
            refused(403, "permission.missing", atlas.get("ann", path(begun)));
            refused(403, "permission.missing", atlas.get("ann", "/imports"));
        }
    }

    @Test
    void whyItFailedIsToldAndTheNextOneRuns() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            Path file = TrackerSample.write(folder.resolve("tracker.db"));
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, 4_096, damaged.length, (byte) 'x');
            Files.write(file, damaged);
            HttpResponse<String> failed = ended(atlas, "admin", path(ok(202, send(atlas, "admin", ""))));
            assertThat(text(failed, "state")).isEqualTo("failed");
            assertThat(text(failed, "code")).isEqualTo("import.file_damaged");
            assertThat(text(failed, "detail")).contains("damaged").doesNotContain("Exception", "atlas-import");
            assertThat(text(failed, "report")).isEqualTo("absent");

            Files.write(file, whole);
            HttpResponse<String> next = ended(atlas, "admin", path(ok(202, send(atlas, "admin", ""))));
            assertThat(text(next, "state")).isEqualTo("succeeded");
        }
    }

    @Test
    void oneRunsAtATime() throws Exception {
        DisturbedStorage storage = new DisturbedStorage(ServedAtlas.open(ServedAtlas.place("sqlite", folder)));
        try (ServedAtlas atlas = ServedAtlas.over(storage, folder)) {
            atlas.signIn("admin");
            CountDownLatch latch = new CountDownLatch(1);
            storage.hold(latch);
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> {
                try {
                    return send(atlas, "admin", "");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(storage.arrived().await(60, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> second = refused(503, "import.busy", send(atlas, "admin", ""));
            assertThat(header(second, "Retry-After")).isEqualTo("5");
            latch.countDown();
            HttpResponse<String> ended = ended(atlas, "admin", path(ok(202, first.get(60, TimeUnit.SECONDS))));
            assertThat(text(ended, "state")).isEqualTo("succeeded");
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void oneWhoseNodeIsGoneIsInterruptedOnEveryNode(String engine) throws Exception {
        MovableClock clock = new MovableClock();
        String url = ServedAtlas.place(engine, folder);
        try (Storage storage = ServedAtlas.open(url);
                ServedAtlas atlas = ServedAtlas.over(ServedAtlas.open(url), clock, folder, Map.of())) {
            Import left = left(storage, clock.instant());
            String path = "/imports/" + left.id();
            assertThat(text(ok(200, atlas.get("admin", path)), "state")).isEqualTo("running");

            clock.move(Import.SILENCE.plusSeconds(1));
            atlas.signIn("admin");
            assertThat(text(ok(200, atlas.get("admin", path)), "state")).isEqualTo("interrupted");
            assertThat(ok(200, atlas.get("admin", "/imports")).body()).contains("\"interrupted\"");

            HttpResponse<String> again = ok(202, send(atlas, "admin", ""));
            assertThat(text(ended(atlas, "admin", path(again)), "state")).isEqualTo("succeeded");
        }
    }

    @Test
    void onlySoManyAreRemembered() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            Import oldest = left(atlas.storage(), Instant.parse("2020-01-01T00:00:00Z"));
            for (int i = 1; i < EegUpload.REMEMBERED; i++) {
                left(atlas.storage(), Instant.parse("2020-01-02T00:00:00Z").plusSeconds(i));
            }
            ok(200, atlas.get("admin", "/imports/" + oldest.id()));
            HttpResponse<String> begun = ok(202, send(atlas, "admin", ""));
            ended(atlas, "admin", path(begun));
            refused(404, "import.not_found", atlas.get("admin", "/imports/" + oldest.id()));
            int kept = atlas.storage().<Integer>read(from -> from.imports()
                    .ofUser(oldest.userId(), Page.first(Page.MAX_LIMIT))
                    .items()
                    .size());
            assertThat(kept).isEqualTo(EegUpload.REMEMBERED);
        }
    }

    /** An import of the administrator's as a node leaves it that is killed. */
    private static Import left(Storage storage, Instant at) {
        return storage.write(to -> {
                    User admin = to.users().named(new Username("admin")).orElseThrow();
                    return to.imports()
                            .add(Import.begun(new Id<>(UUID.randomUUID()), admin.id(), "Lab", "eeg", false, at));
                })
                .value();
    }
}
