package dev.atlas.api.exports;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.contract.Await;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in and archives out, over real HTTP. */
class DataRoutesTest {

    @TempDir
    Path folder;

    static List<String> engines() {
        return ServedAtlas.engines();
    }

    /** A tracker's file with one run of two epochs, and an epoch of no run. */
    private byte[] tracker() throws SQLException, IOException {
        Path file = folder.resolve("tracker.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table training_runs (run_id integer primary key, challenge integer, model_name text,"
                            + " start_time text, end_time text, status text, best_val_loss real, best_epoch integer,"
                            + " total_epochs integer, config text, notes text)");
            statement.execute("create table epoch_history (id integer primary key, run_id integer, epoch integer,"
                    + " train_loss real, val_loss real, learning_rate real, duration_seconds real, timestamp text)");
            statement.execute("insert into training_runs values (1, 1, 'net', '2025-10-19T18:32:26', null, 'completed',"
                    + " 0.5, 2, 2, '{}', null)");
            for (String epoch : List.of("1, 1, 1", "2, 1, 2", "3, 9, 1")) {
                statement.execute(
                        "insert into epoch_history values (" + epoch + ", 0.5, 0.5, 0.1, 1.5, '2025-10-19T18:33:00')");
            }
        }
        return Files.readAllBytes(file);
    }

    private static HttpResponse<String> upload(ServedAtlas atlas, String user, String query, byte[] file)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(atlas.uri().resolve("/api/v1/imports" + query))
                                .header("Authorization", "Bearer " + atlas.signIn(user))
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> archive(ServedAtlas atlas, String user, String query) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(atlas.uri().resolve("/api/v1/exports" + query))
                                .header("Authorization", "Bearer " + atlas.signIn(user))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(answer, "Content-Disposition")).contains("atlas-export.zip");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The report of an import that succeeds, as the path in Location shows it in the end. */
    private static Json.Obj imported(ServedAtlas atlas, String query, byte[] file) throws Exception {
        HttpResponse<String> begun = ok(202, upload(atlas, "admin", query, file));
        HttpResponse<String> ended = ended(atlas, "admin", begun);
        assertThat(text(ended, "state")).as(ended.body()).isEqualTo("succeeded");
        return (Json.Obj) member(ServedAtlas.json(ended), "report");
    }

    /** Asks until the import has ended, as clients do. */
    static HttpResponse<String> ended(ServedAtlas atlas, String user, HttpResponse<String> begun) throws Exception {
        String path = header(begun, "Location").replaceFirst("^/api/v1", "");
        String after = header(begun, "Atlas-Position");
        List<HttpResponse<String>> answers = new ArrayList<>();
        Await.until(
                Duration.ofSeconds(60),
                () -> {
                    answers.add(asked(atlas, user, path, after));
                    return !text(answers.getLast(), "state").equals("running");
                },
                () -> "the import does not end: " + answers.getLast().body());
        return answers.getLast();
    }

    private static HttpResponse<String> asked(ServedAtlas atlas, String user, String path, String after) {
        try {
            return ok(200, atlas.get(user, path, "Atlas-After", after));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Json member(Json.Obj object, String name) {
        return Objects.requireNonNull(object.members().get(name), name);
    }

    private static String counts(Json.Obj report) {
        return member(report, "total").text();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_tracker_is_imported_once_and_goes_out_again(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            byte[] file = tracker();
            Json.Obj dry = imported(atlas, "?project=Lab&dry_run=true", file);
            Json.Obj first = imported(atlas, "?project=Lab&zone=Europe/Berlin", file);
            assertThat(counts(first))
                    .isEqualTo("{\"read\":4,\"created\":3,\"unchanged\":0,\"updated\":0,\"quarantined\":1}")
                    .isEqualTo(counts(dry));
            assertThat(dry.members()).doesNotContainKey("project_id");
            assertThat(member(first, "quarantined").text()).contains("epoch_history");
            assertThat(counts(imported(atlas, "?project=Lab&zone=Europe/Berlin", file)))
                    .isEqualTo("{\"read\":4,\"created\":0,\"unchanged\":3,\"updated\":0,\"quarantined\":1}");

            String project = ((Json.Str) member(first, "project_id")).value();
            Map<String, String> files = archive(atlas, "admin", "?project=" + project);
            assertThat(files.keySet())
                    .containsExactly(
                            "projects.jsonl",
                            "experiments.jsonl",
                            "epochs.jsonl",
                            "checkpoints.jsonl",
                            "subjects.jsonl",
                            "cache_files.jsonl");
            assertThat(files.get("projects.jsonl")).contains("\"Lab\"").hasLineCount(1);
            assertThat(files.get("epochs.jsonl")).hasLineCount(2);

            HttpResponse<String> storage = ok(200, atlas.get("admin", "/storage"));
            assertThat(text(storage, "engine")).isEqualTo(engine);
            assertThat(storage.body())
                    .contains("{\"kind\":\"experiments\",\"records\":1}", "{\"kind\":\"epochs\",\"records\":2}")
                    .doesNotContain("password");
        }
    }

    @Test
    void everything_goes_out_in_a_form_that_another_store_reads() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            imported(atlas, "", tracker());
            ok(201, atlas.post("admin", "/projects", "{\"name\":\"another\"}"));
            Map<String, String> files = archive(atlas, "admin", "");
            Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(unpacked.resolve(file.getKey()), file.getValue());
            }
            try (Storage other = ServedAtlas.open(ServedAtlas.place("sqlite", folder))) {
                assertThat(new AtlasImport(Clock.systemUTC())
                                .run(unpacked, other, MovingListener.SILENT)
                                .equal())
                        .isTrue();
            }
        }
    }

    @Test
    void nobody_gets_more_than_they_may_see() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            atlas.add("ann", "member");
            atlas.add("eve", "viewer");
            String secret = text(ok(201, atlas.post("admin", "/projects", "{\"name\":\"secret\"}")), "id");
            String own = text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"own\"}")), "id");
            refused(403, "permission.missing", atlas.get("ann", "/exports"));
            refused(404, "project.not_found", atlas.get("ann", "/exports?project=" + secret));
            refused(400, "request.malformed", atlas.get("ann", "/exports?project=x"));
            refused(403, "permission.missing", atlas.get("eve", "/exports?project=" + own));
            refused(403, "permission.missing", atlas.get("ann", "/storage"));
            refused(403, "permission.missing", upload(atlas, "ann", "", tracker()));
            assertThat(archive(atlas, "ann", "?project=" + own).get("projects.jsonl"))
                    .contains(own)
                    .doesNotContain(secret);
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_has_come() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder);
                Socket socket = new Socket(atlas.uri().getHost(), atlas.uri().getPort())) {
            String head =
                    "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                            + "Content-Length: 300000000\r\nAuthorization: Bearer " + atlas.signIn("admin")
                            + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[1000]);
            socket.getOutputStream().flush();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    /** As clients do that read an answer only when they have sent all. */
    @Test
    void who_sends_all_of_a_file_that_is_too_large_is_answered_too_and_can_go_on() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            byte[] file = new byte[68157440];
            String token = atlas.signIn("admin");
            HttpURLConnection upload = (HttpURLConnection)
                    atlas.uri().resolve("/api/v1/imports").toURL().openConnection();
            upload.setRequestMethod("POST");
            upload.setRequestProperty("Content-Type", "application/octet-stream");
            upload.setRequestProperty("Authorization", "Bearer " + token);
            upload.setDoOutput(true);
            upload.setReadTimeout(60_000);
            upload.setFixedLengthStreamingMode(file.length);
            try (OutputStream out = upload.getOutputStream()) {
                out.write(file);
            }
            assertThat(upload.getResponseCode()).isEqualTo(413);
            assertThat(new String(upload.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"code\":\"body.too_large\"");
            ok(200, atlas.get("admin", "/projects"));
        }
    }

    @Test
    void what_is_no_tracker_is_refused_and_changes_nothing() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            byte[] noise = new byte[100_000];
            Arrays.fill(noise, (byte) 'x');
            for (byte[] file : List.of(noise, "SQLite format 3\0".getBytes(StandardCharsets.UTF_8), new byte[1])) {
                HttpResponse<String> refused = refused(422, "value.invalid", upload(atlas, "admin", "", file));
                assertThat(refused.body()).contains("\"field\":\"body\"").doesNotContain("atlas-import");
            }
            refused(400, "request.malformed", upload(atlas, "admin", "?zone=Mars", tracker()));
            refused(400, "request.malformed", upload(atlas, "admin", "?dry_run=perhaps", noise));
            refused(422, "value.invalid", upload(atlas, "admin", "?project=", noise));
            refused(415, "type.not_supported", atlas.post("admin", "/imports", "{}"));
            for (String list : List.of("/projects", "/imports")) {
                assertThat(member(ServedAtlas.json(atlas.get("admin", list)), "items"))
                        .isEqualTo(new Json.Arr(List.of()));
            }
        }
    }
}
