package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.Await;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chat begins with its first words, and its answers can be followed, cut off, taken back and limited, on each engine. */
class ChatStreamTest {

    private static final OpenAiForm FORM = new OpenAiForm();
    private static final String WHO = "{\"content\":\"Who?\"}";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static void begin(ServedAtlas atlas) throws Exception {
        atlas.add("ann", "member");
        ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
        ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
    }

    private static String lastAnswer(ServedAtlas atlas) throws Exception {
        String chats = ok(200, atlas.get("ann", "/chat/sessions")).body();
        String chat = idAfter("\"id\":\"", chats);
        return ok(200, atlas.get("ann", "/chat/sessions/" + chat + "/messages/2"))
                .body();
    }

    private static String idAfter(String name, String text) {
        int from = text.indexOf(name) + name.length();
        return text.substring(from, from + 36);
    }

    private static boolean pending(ServedAtlas atlas) {
        try {
            return lastAnswer(atlas).contains("\"state\":\"pending\"");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Says something that is answered by nothing but signs of life after so many events of the provider. */
    private static Reply stuckAfter(int events) {
        return Reply.stream(FORM, FORM.stream(Said.text("one ", "two ", "three"), "m"))
                .after(events, Ending.PINGING);
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theFirstWordsBeginAChatOnceHoweverOftenTheyCome(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            begin(atlas);
            Callable<HttpResponse<String>> client = () -> atlas.post(
                    "ann", "/chat/completions", "{\"content\":\"Who?\",\"model\":\"m-1\"}", "Idempotency-Key", "k1");

            for (Future<HttpResponse<String>> each : clients.invokeAll(List.of(client, client, client, client))) {
                if (each.get().statusCode() != 201) {
                    refused(409, "turn.unanswered", each.get());
                }
            }

            HttpResponse<String> again = ok(201, client.call());
            assertThat(atlas.models().requests()).hasSize(1);
            String chat = ok(200, atlas.get("ann", "/chat/sessions/" + text(again, "session_id")))
                    .body();
            assertThat(chat).contains("\"title\":\"Who?\"", "\"model\":\"m-1\"", "\"message_count\":2");
            assertThat(ok(200, atlas.get("ann", "/chat/sessions")).body()).containsOnlyOnce("\"title\"");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatHadArrivedIsKeptWhereverTheConnectionIsCut(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            List<String> arrived = List.of("", "one ", "one two ", "one two three");
            for (int read = 0; read < arrived.size(); read++) {
                int asked = read + 1;
                atlas.models().next(stuckAfter(read + 1));
                try (OpenCompletion stream = OpenCompletion.of(atlas, "ann", WHO)) {
                    assertThat(stream.next()).startsWith("session");
                    for (int i = 0; i < read; i++) {
                        assertThat(stream.next()).startsWith("content");
                    }
                    Await.until(SOON, () -> atlas.models().requests().size() == asked, () -> "no model was asked");
                    assertThat(lastAnswer(atlas)).contains("\"state\":\"pending\"");
                }
                Await.until(SOON, () -> !pending(atlas), () -> "the answer is pending");
                assertThat(lastAnswer(atlas))
                        .contains("\"state\":\"interrupted\"", "\"content\":\"" + arrived.get(read) + "\"");
            }
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body()).contains("\"total_requests\":4");
            Await.until(SOON, () -> atlas.models().open() == 0, () -> "a provider is still being asked");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void anAnswerIsTakenBackByAnotherRequest(String engine) throws Exception {
        String place = ServedAtlas.place(engine, folder);
        try (ServedAtlas atlas = ServedAtlas.over(ServedAtlas.open(place), folder)) {
            begin(atlas);
            atlas.models().next(stuckAfter(2));
            try (OpenCompletion stream = OpenCompletion.of(atlas, "ann", WHO)) {
                String session = idAfter("session_id\":\"", stream.next());
                assertThat(stream.next()).startsWith("content");
                String cancel = "/chat/sessions/" + session + "/cancel";
                refused(404, "chat_session.not_found", atlas.post("admin", cancel, ""));

                assertThat(ok(200, atlas.post("ann", cancel, "")).body()).contains("\"state\":\"cancelled\"");

                assertThat(stream.next()).startsWith("usage");
                assertThat(stream.next()).startsWith("error").contains("provider.cancelled", "\"content\":\"one \"");
                assertThat(lastAnswer(atlas)).contains("\"state\":\"cancelled\"", "\"content\":\"one \"");
                assertThat(ok(200, atlas.post("ann", cancel, "")).body()).isEqualTo("{\"answers\":[]}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whoeverRemovesTheChatMeanwhileIsToldThatItIsGone(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            atlas.models().next(stuckAfter(2));
            try (OpenCompletion stream = OpenCompletion.of(atlas, "ann", WHO)) {
                String session = idAfter("session_id\":\"", stream.next());
                assertThat(stream.next()).startsWith("content");
                ok(204, atlas.send("ann", "DELETE", "/chat/sessions/" + session, ""));
                assertThat(stream.next()).startsWith("error").contains("chat_session.not_found");
                assertThat(stream.next()).isEqualTo("end");
            }
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body()).contains("\"total_requests\":1");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whoeverMayChatNoMoreIsToldNothingMore(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            String ben = atlas.add("ben", "member");
            String eve = atlas.add("eve", "member");
            atlas.models().next(stuckAfter(2), stuckAfter(2), stuckAfter(2));
            try (OpenCompletion ofAnn = OpenCompletion.of(atlas, "ann", WHO);
                    OpenCompletion ofBen = OpenCompletion.of(atlas, "ben", WHO);
                    OpenCompletion ofEve = OpenCompletion.of(atlas, "eve", WHO)) {
                for (OpenCompletion stream : List.of(ofAnn, ofBen, ofEve)) {
                    assertThat(stream.next()).startsWith("session");
                    assertThat(stream.next()).startsWith("content");
                }
                ok(200, atlas.post("admin", "/users/" + ben + "/deactivate", ""));
                ok(200, atlas.send("admin", "PATCH", "/users/" + eve, "{\"role\":\"viewer\"}"));
                for (OpenCompletion stream : List.of(ofBen, ofEve)) {
                    assertThat(stream.next()).startsWith("usage");
                    assertThat(stream.next()).startsWith("error").contains("provider.cancelled", "\"one \"");
                }
                assertThat(lastAnswer(atlas)).contains("\"state\":\"pending\"");
            }
            assertThat(ok(200, atlas.get("admin", "/usage/totals")).body()).contains("\"cancelled_requests\":2");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aFailureNamesTheChatThatBeganWithTheWords(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            atlas.models().next(Reply.error(FORM, 401, "invalid_api_key", "wrong"));
            HttpResponse<String> failed =
                    refused(409, "provider.key_refused", atlas.post("ann", "/chat/completions", WHO));
            assertThat(ok(200, atlas.get("ann", "/chat/sessions/" + text(failed, "session_id") + "/messages/1"))
                            .body())
                    .contains("\"content\":\"Who?\"");
            assertThat(refused(
                                    404,
                                    "provider.not_found",
                                    atlas.post(
                                            "ann", "/chat/completions", WHO.replace("}", ",\"provider\":\"nobody\"}")))
                            .body())
                    .as("nothing was said")
                    .doesNotContain("session_id");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void anAnswerComesInOnePieceWhereNothingIsStreamed(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            ok(200, atlas.send("admin", "PATCH", "/chat/settings", "{\"streaming_enabled\":false}"));
            atlas.models().says(Said.text("one ", "two"));
            try (OpenCompletion stream = OpenCompletion.of(atlas, "ann", WHO)) {
                assertThat(stream.next()).startsWith("session");
                assertThat(stream.next()).startsWith("content").contains("\"text\":\"one two\"");
                assertThat(stream.next()).startsWith("usage");
                assertThat(stream.next()).startsWith("done");
            }
            assertThat(atlas.models().requests().getLast().streams()).isFalse();
            assertThat(ok(200, atlas.get("ann", "/me/usage/records")).body()).contains("\"streamed\":false");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void eachUserMayAskSoMuch(String engine) throws Exception {
        MovableClock clock = new MovableClock();
        try (ServedAtlas atlas =
                ServedAtlas.over(ServedAtlas.open(ServedAtlas.place(engine, folder)), clock, folder, Map.of())) {
            begin(atlas);
            atlas.add("ben", "member");
            limit(atlas, "{\"requests_per_minute\":2}");
            ok(201, atlas.post("ann", "/chat/completions", WHO));
            ok(201, atlas.post("ann", "/chat/completions", WHO));
            HttpResponse<String> third = atlas.post("ann", "/chat/completions", WHO);
            refused(429, "chat.request_limit", third);
            assertThat(Long.parseLong(ServedAtlas.header(third, "Retry-After"))).isBetween(1L, 60L);
            ok(201, atlas.post("ben", "/chat/completions", WHO));

            clock.move(Duration.ofMinutes(1));
            limit(atlas, "{\"requests_per_minute\":null,\"tokens_per_minute\":1000}");
            atlas.models().says(Said.text("Me.").having(900, 100, 0));
            ok(201, atlas.post("ann", "/chat/completions", WHO));
            refused(429, "chat.token_limit", atlas.post("ann", "/chat/completions", WHO));

            clock.move(Duration.ofMinutes(1));
            limit(atlas, "{\"tokens_per_minute\":null,\"cost_usd_per_day\":\"0.0005\"}");
            ok(201, atlas.post("ben", "/chat/completions", WHO));
            ok(201, atlas.post("ben", "/chat/completions", WHO));
            refused(429, "chat.cost_limit", atlas.post("ben", "/chat/completions", WHO));
            clock.move(Duration.ofDays(1));
            atlas.signIn("ben");
            ok(201, atlas.post("ben", "/chat/completions", WHO));
        }
    }

    private static void limit(ServedAtlas atlas, String limits) throws Exception {
        atlas.signIn("admin");
        atlas.signIn("ann");
        atlas.signIn("ben");
        ok(200, atlas.send("admin", "PATCH", "/chat/settings", limits));
    }
}
