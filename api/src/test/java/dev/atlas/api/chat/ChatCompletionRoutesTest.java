package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever says something in a chat is answered by a model, on each engine. */
class ChatCompletionRoutesTest {

    private static final String COMPLETIONS = "/chat/completions";

    @TempDir
    private Path folder;

    private static String begin(ServedAtlas atlas) throws Exception {
        atlas.add("ann", "member");
        ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
        ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
        return text(ok(201, atlas.send("ann", "POST", "/chat/sessions", "{}")), "id");
    }

    private static HttpResponse<String> say(
            ServedAtlas atlas, String as, String chat, String content, String... headers) throws Exception {
        String body = "{\"session_id\":\"%s\",\"content\":\"%s\"}".formatted(chat, content);
        return atlas.send(as, "POST", COMPLETIONS, body, headers);
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aModelAnswersOnceHoweverOftenTheRequestComes(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String chat = begin(atlas);
            atlas.models().says(Said.text("It is ", "me.").having(1000, 500, 200));

            HttpResponse<String> first = ok(201, say(atlas, "ann", chat, "Who?", "Idempotency-Key", "k1"));

            assertThat(first.body())
                    .contains("\"content\":\"Who?\"", "\"content\":\"It is me.\"", "\"cost_usd\":\"0.00125\"");
            assertThat(header(first, "Location")).isEqualTo("/api/v1/chat/sessions/" + chat + "/messages/2");
            HttpResponse<String> again = ok(201, say(atlas, "ann", chat, "Who?", "Idempotency-Key", "k1"));
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
            assertThat(atlas.models().requests()).hasSize(1);
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body())
                    .contains("\"total_requests\":1", "\"total_cost_usd\":\"0.00125\"");

            HttpResponse<String> other = say(atlas, "ann", chat, "Why?", "Idempotency-Key", "k1");
            refused(422, "value.invalid", other);
            assertThat(other.body()).contains("\"field\":\"Idempotency-Key\"");
            String longer = "{\"session_id\":\"%s\",\"content\":\"Who?\",\"max_tokens\":900}".formatted(chat);
            refused(422, "value.invalid", atlas.post("ann", COMPLETIONS, longer, "Idempotency-Key", "k1"));
            ok(201, say(atlas, "ann", chat, "Who?"));
            assertThat(atlas.models().requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void ofManyAtOnceWithOneKeyOneAsks(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            String chat = begin(atlas);
            Callable<HttpResponse<String>> client = () -> say(atlas, "ann", chat, "Who?", "Idempotency-Key", "k1");

            for (Future<HttpResponse<String>> each : clients.invokeAll(List.of(client, client, client, client))) {
                if (each.get().statusCode() != 201) {
                    refused(409, "turn.unanswered", each.get());
                }
            }

            assertThat(atlas.models().requests()).hasSize(1);
            ok(201, client.call());
            assertThat(ok(200, atlas.get("ann", "/chat/sessions/" + chat)).body())
                    .contains("\"message_count\":2");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatFailsIsToldAndKeptAndNotAskedAgainByTheSameKey(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String chat = begin(atlas);
            atlas.add("ben", "member");
            refused(404, "chat_session.not_found", say(atlas, "ben", chat, "Who?"));
            atlas.models().next(Reply.error(new OpenAiForm(), 401, "invalid_api_key", "sk-shared is wrong"));

            HttpResponse<String> failed = say(atlas, "ann", chat, "Who?", "Idempotency-Key", "k1");

            refused(409, "provider.key_refused", failed);
            assertThat(failed.body()).doesNotContain("sk-shared");
            refused(409, "turn.failed", say(atlas, "ann", chat, "Who?", "Idempotency-Key", "k1"));
            assertThat(atlas.models().requests()).hasSize(1);
            assertThat(ok(200, atlas.get("ann", "/chat/sessions/" + chat + "/messages"))
                            .body())
                    .contains("\"content\":\"Who?\"", "\"state\":\"failed\"", "provider.key_refused");
            refused(422, "value.invalid", say(atlas, "ann", chat, "\\u00a0"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whoAsksForAStreamIsToldEachPieceAndItsEnd(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String chat = begin(atlas);
            atlas.models().says(Said.text("It is ", "me.").having(1000, 500, 200));
            String[] streamed = {"Accept", "text/event-stream", "Idempotency-Key", "k1"};

            HttpResponse<String> first = ok(201, say(atlas, "ann", chat, "Who?", streamed));

            assertThat(header(first, "Content-Type")).startsWith("text/event-stream");
            assertThat(names(first)).containsExactly("session", "content", "content", "usage", "done");
            assertThat(first.body()).contains("\"text\":\"It is \"", "\"text\":\"me.\"", "\"cost_usd\":\"0.00125\"");
            HttpResponse<String> again = ok(201, say(atlas, "ann", chat, "Who?", streamed));
            assertThat(names(again)).containsExactly("session", "content", "usage", "done");
            assertThat(again.body()).contains("\"text\":\"It is me.\"");
            assertThat(atlas.models().requests()).hasSize(1);

            refused(404, "chat_session.not_found", say(atlas, "admin", chat, "Who?", "Accept", "text/event-stream"));
            atlas.models().next(Reply.error(new OpenAiForm(), 401, "invalid_api_key", "sk-shared is wrong"));
            HttpResponse<String> failed = ok(201, say(atlas, "ann", chat, "Who?", "Accept", "text/event-stream"));
            assertThat(names(failed)).containsExactly("session", "error");
            assertThat(failed.body()).contains("provider.key_refused").doesNotContain("sk-shared");
        }
    }

    private static List<String> names(HttpResponse<String> stream) {
        return stream.body()
                .lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring("event: ".length()))
                .toList();
    }
}
