package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.storage.Engines;
import dev.atlas.contract.Await;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.ProviderServer;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node that is killed in the middle of an answer: the next one tells that it was interrupted, and that a model was asked. */
@Timeout(180)
class KilledTurnTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final OpenAiForm FORM = new OpenAiForm();

    private static final String WITHOUT_CHAT =
            "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"}],\"stream\":true}";

    @TempDir
    private Path folder;

    static List<String> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void its_answer_is_interrupted_and_recorded_once(String engine) throws Exception {
        Store store = Store.on(engine, folder);
        try (ProviderServer models = ProviderServer.start()) {
            Map<String, String> settings = new HashMap<>(store.settings());
            settings.put("OPENAI_BASE_URL", models.address("/v1").toString());
            settings.put("OPENAI_API_KEY", "sk-test");
            settings.put("CHAT_DEFAULT_PROVIDER", "openai");
            settings.put("ATLAS_CHAT_LOST_SECONDS", "1");
            String chat;
            try (ServedProcess atlas = ServedProcess.start(folder, settings);
                    Projects admin = Projects.of(atlas)) {
                Reply stuck = Reply.stream(FORM, FORM.stream(Said.text("one ", "two"), "m"))
                        .after(2, Ending.PINGING);
                models.next(stuck, stuck);
                try (BufferedReader events = asked(admin, "/api/v1/chat/completions", "{\"content\":\"Who?\"}");
                        BufferedReader others = asked(admin, "/v1/chat/completions", WITHOUT_CHAT)) {
                    chat = after(until(events, "session_id"), "\"session_id\":\"");
                    assertThat(until(events, "\"text\"")).contains("one ");
                    assertThat(until(others, "one ")).contains("delta");
                    atlas.kill();
                }
            }
            try (ServedProcess atlas = ServedProcess.start(folder, settings);
                    Projects admin = Projects.of(atlas)) {
                String message = "/chat/sessions/" + chat + "/messages/2";
                Await.until(
                        BOUND,
                        () -> text(admin, message).contains("\"state\":\"interrupted\""),
                        () -> "the answer is " + text(admin, message));
                Await.until(
                        BOUND,
                        () -> text(admin, "/me/usage/totals").contains("\"total_requests\":2"),
                        () -> "recorded is " + text(admin, "/me/usage/records"));
                assertThat(text(admin, "/me/usage/records"))
                        .contains("\"outcome\":\"interrupted\"")
                        .doesNotContain("\"outcome\":\"completed\"");
                assertThat(Projects.text(
                                admin.post(
                                        "/chat/completions",
                                        "{\"content\":\"And now?\",\"session_id\":\"" + chat + "\"}"),
                                "session_id"))
                        .isEqualTo(chat);
                assertThat(text(admin, message)).contains("\"state\":\"interrupted\"");
            }
        }
    }

    private static BufferedReader asked(Projects admin, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(admin.server().resolve(path))
                .header("Authorization", "Bearer " + admin.token())
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> answer = admin.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isBetween(200, 201);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String until(BufferedReader events, String part) throws Exception {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("no event tells of " + part);
    }

    private static String after(String text, String part) {
        int from = text.indexOf(part) + part.length();
        return text.substring(from, from + 36);
    }

    private static String text(Projects admin, String path) {
        try {
            return admin.get(path).text();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
