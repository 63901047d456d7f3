package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.json;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chats over real HTTP on each engine. Ann has them, and Eve is a stranger to them. */
class ChatRoutesTest {

    private static final String CHATS = "/chat/sessions";

    @TempDir
    private Path folder;

    private interface Story {
        void tell(ServedAtlas atlas) throws Exception;
    }

    private void on(String engine, Story story) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            atlas.add("eve", "member");
            story.tell(atlas);
        }
    }

    private static String chat(ServedAtlas atlas, String body) throws Exception {
        return CHATS + "/" + text(ok(201, atlas.post("ann", CHATS, body)), "id");
    }

    private static HttpResponse<String> say(ServedAtlas atlas, String chat, String content) throws Exception {
        return ok(201, atlas.post("ann", chat + "/messages", content(content)));
    }

    private static String content(String content) {
        return "{\"content\":" + new Json.Str(content).text() + "}";
    }

    /** These members of the items of a list. */
    private static List<String> items(HttpResponse<String> answer, String member) {
        return ((Json.Arr)
                        Objects.requireNonNull(json(ok(200, answer)).members().get("items")))
                .items().stream()
                        .map(item -> ((Json.Obj) item).members().get(member))
                        .map(value -> value instanceof Json.Str(String text) ? text : value == null ? "" : value.text())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aChatIsBegunNamedPutAsideAndRemoved(String engine) throws Exception {
        on(engine, atlas -> {
            HttpResponse<String> begun = ok(201, atlas.post("ann", CHATS, "{\"provider\":\"openai\"}"));
            String path = CHATS + "/" + text(begun, "id");
            assertThat(header(begun, "Location")).isEqualTo("/api/v1" + path);
            assertThat(header(begun, "ETag")).isEqualTo("\"0\"");
            assertThat(begun.body()).contains("\"cost_usd\":\"0\"").doesNotContain("\"title\"", "owner");

            HttpResponse<String> said = say(atlas, path, "x".repeat(75));
            assertThat(header(said, "Location")).isEqualTo("/api/v1" + path + "/messages/1");
            assertThat(ok(200, atlas.get("ann", path + "/messages/1")).body()).isEqualTo(said.body());
            assertThat(text(ok(200, atlas.get("ann", path)), "title")).isEqualTo("x".repeat(60));
            ok(304, atlas.get("ann", path, "If-None-Match", "\"1\""));

            refused(412, "version.stale", atlas.send("ann", "PATCH", path, "{\"title\":\"x\"}", "If-Match", "\"0\""));
            HttpResponse<String> named =
                    ok(200, atlas.send("ann", "PATCH", path, "{\"title\":\"Loss\",\"provider\":null}"));
            assertThat(named.body()).contains("\"title\":\"Loss\"").doesNotContain("provider");
            refused(422, "value.invalid", atlas.send("ann", "PATCH", path, "{\"title\":\"" + "x".repeat(201) + "\"}"));
            refused(422, "value.invalid", atlas.post("ann", path + "/messages", "{\"content\":\" \"}"));
            refused(400, "request.malformed", atlas.post("ann", path + "/messages", "{\"role\":\"assistant\"}"));

            assertThat(text(ok(200, atlas.post("ann", path + "/archive", "")), "archived_at"))
                    .endsWith("Z");
            refused(409, "chat_session.archived", atlas.post("ann", path + "/messages", content("x")));
            refused(412, "version.stale", atlas.send("ann", "POST", path + "/archive", "", "If-Match", "\"0\""));
            assertThat(items(atlas.get("ann", CHATS), "id")).isEmpty();
            assertThat(items(atlas.get("ann", CHATS + "?include_archived=true"), "title"))
                    .containsExactly("Loss");
            ok(200, atlas.post("ann", path + "/restore", ""));
            refused(409, "chat_session.not_archived", atlas.post("ann", path + "/restore", ""));
            ok(204, atlas.send("ann", "DELETE", path, ""));
            refused(404, "chat_session.not_found", atlas.get("ann", path));
            refused(404, "chat_session.not_found", atlas.get("ann", path + "/messages"));
        });
    }

    /** Source: chat reference, section 6. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void variablesAreMergedAndNullRemovesOne(String engine) throws Exception {
        on(engine, atlas -> {
            HttpResponse<String> begun =
                    ok(201, atlas.post("ann", CHATS, "{\"variables\":{\"a\":1,\"b\":{\"x\":2.0}}}"));
            String path = CHATS + "/" + text(begun, "id");
            assertThat(begun.body())
                    .contains("\"variables\":{\"a\":1,\"b\":{\"x\":2.0}}")
                    .doesNotContain("agent");
            HttpResponse<String> merged = ok(
                    200, atlas.send("ann", "PATCH", path, "{\"variables\":{\"b\":null,\"c\":3}}", "If-Match", "\"0\""));
            assertThat(merged.body()).contains("\"variables\":{\"a\":1,\"c\":3}", "\"version\":1");
            assertThat(ok(200, atlas.send("ann", "PATCH", path, "{\"variables\":{\"b\":null}}"))
                            .body())
                    .isEqualTo(merged.body());
            String long60 = "{\"variables\":{\"%s\":\"" + "x".repeat(60_000) + "\"}}";
            ok(200, atlas.send("ann", "PATCH", path, long60.formatted("first")));
            refused(422, "value.invalid", atlas.send("ann", "PATCH", path, long60.formatted("second")));
            refused(400, "request.malformed", atlas.send("ann", "PATCH", path, "{\"variables\":[]}"));
            refused(400, "request.malformed", atlas.send("ann", "PATCH", path, "{\"agent\":\"ops\"}"));
            assertThat(ok(200, atlas.send("ann", "PATCH", path, "{\"variables\":null}"))
                            .body())
                    .contains("\"variables\":{}");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void messagesAreReadFromEitherEnd(String engine) throws Exception {
        on(engine, atlas -> {
            String path = chat(atlas, "{}") + "/messages";
            for (int i = 1; i <= 5; i++) {
                ok(201, atlas.post("ann", path, content("m" + i)));
            }
            HttpResponse<String> first = atlas.get("ann", path + "?limit=2");
            assertThat(items(first, "content")).containsExactly("m1", "m2");
            HttpResponse<String> second = atlas.get("ann", path + "?limit=3&cursor=" + text(first, "next"));
            assertThat(items(second, "content")).containsExactly("m3", "m4", "m5");
            assertThat(text(second, "next")).isEqualTo("absent");
            HttpResponse<String> last = atlas.get("ann", path + "?order=newest_first&limit=4");
            assertThat(items(last, "sequence")).containsExactly("5", "4", "3", "2");
            assertThat(items(
                            atlas.get("ann", path + "?order=newest_first&limit=4&cursor=" + text(last, "next")),
                            "content"))
                    .containsExactly("m1");
            refused(400, "request.malformed", atlas.get("ann", path + "?order=random"));
            refused(400, "request.malformed", atlas.get("ann", path + "?cursor=0"));
            refused(404, "message.not_found", atlas.get("ann", path + "/6"));
            refused(404, "message.not_found", atlas.get("ann", path + "/x"));
        });
    }

    /** Each gets a place of its own, and the totals count all. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void manyMaySaySomethingAtOnce(String engine) throws Exception {
        int talkers = 6;
        int messages = 5;
        on(engine, atlas -> {
            String path = chat(atlas, "{}");
            atlas.token("ann");
            try (ExecutorService threads = Executors.newFixedThreadPool(talkers)) {
                List<Callable<Boolean>> talks = IntStream.range(0, talkers)
                        .<Callable<Boolean>>mapToObj(talker -> () -> {
                            for (int i = 0; i < messages; i++) {
                                say(atlas, path, talker + "." + i);
                            }
                            return true;
                        })
                        .toList();
                for (Future<Boolean> talk : threads.invokeAll(talks)) {
                    assertThat(talk.get()).isTrue();
                }
            }
            assertThat(text(atlas.get("ann", path), "message_count")).isEqualTo("30");
            assertThat(items(atlas.get("ann", path + "/messages"), "sequence"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, talkers * messages)
                            .mapToObj(Integer::toString)
                            .toList());
            for (int talker = 0; talker < talkers; talker++) {
                String own = talker + ".";
                assertThat(items(atlas.get("ann", path + "/messages"), "content").stream()
                                .filter(content -> content.startsWith(own)))
                        .as("each in the order of who said it")
                        .containsExactlyElementsOf(IntStream.range(0, messages)
                                .mapToObj(i -> own + i)
                                .toList());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aMessageThatIsSentAgainIsSaidOnce(String engine) throws Exception {
        on(engine, atlas -> {
            String path = chat(atlas, "{}") + "/messages";
            HttpResponse<String> first = atlas.post("ann", path, content("once"), "Idempotency-Key", "k1");
            HttpResponse<String> again = atlas.post("ann", path, content("once"), "Idempotency-Key", "k1");
            assertThat(ok(201, again).body()).isEqualTo(ok(201, first).body());
            assertThat(items(atlas.get("ann", path), "content")).containsExactly("once");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void onesOwnTitlesAndMessagesAreSearched(String engine) throws Exception {
        on(engine, atlas -> {
            String street = chat(atlas, "{\"title\":\"Die Stra\u00dfe\"}");
            String untitled = chat(atlas, "{}");
            for (String words : List.of("CAF\u00c9 \u039f\u0394\u039f\u03a3", "100% of _all_", "nothing")) {
                say(atlas, untitled, words);
                say(atlas, street, words);
            }
            assertThat(items(atlas.get("ann", CHATS + "?title_contains=STRASSE"), "title"))
                    .containsExactly("Die Stra\u00dfe");
            assertThat(items(atlas.get("ann", CHATS + "?title_contains=caf"), "title"))
                    .containsExactly("CAF\u00c9 \u039f\u0394\u039f\u03a3");
            for (String text : List.of("cafe%CC%81", "%CE%BF%CE%B4%CE%BF%CF%82", "%25", "_ALL_")) {
                assertThat(items(atlas.get("ann", "/chat/messages?contains=" + text), "sequence"))
                        .as(text)
                        .hasSize(2);
                assertThat(items(atlas.get("eve", "/chat/messages?contains=" + text), "id"))
                        .isEmpty();
            }
            HttpResponse<String> first = atlas.get("ann", "/chat/messages?contains=n&limit=1");
            HttpResponse<String> second =
                    atlas.get("ann", "/chat/messages?contains=n&limit=1&cursor=" + text(first, "next"));
            assertThat(Stream.of(first, second).flatMap(page -> items(page, "session_id").stream()))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
            refused(400, "request.malformed", atlas.get("ann", "/chat/messages"));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void nobodyElseIsToldOfAChat(String engine) throws Exception {
        on(engine, atlas -> {
            String position = header(ok(201, atlas.post("ann", CHATS, "{}")), "Atlas-Position");
            String path = chat(atlas, "{\"title\":\"Hidden\"}");
            String message = text(say(atlas, path, "a secret"), "id");
            for (String other : List.of("eve", "admin")) {
                HttpResponse<String> there = refused(404, "chat_session.not_found", atlas.get(other, path));
                HttpResponse<String> nowhere = refused(
                        404,
                        "chat_session.not_found",
                        atlas.get(other, CHATS + "/00000000-0000-7000-8000-000000000000"));
                assertThat(text(there, "detail")).isEqualTo(text(nowhere, "detail"));
                assertThat(items(atlas.get(other, CHATS + "?include_archived=true"), "id"))
                        .isEmpty();
            }
            assertThat(events(atlas, "ann", position))
                    .contains("{\"kind\":\"chat_messages\",\"key\":\"" + message + "\",\"gone\":false}");
            assertThat(events(atlas, "eve", position)).doesNotContain("chat_", message);
        });
    }

    private static String events(ServedAtlas atlas, String as, String position) throws Exception {
        return ok(200, atlas.get(as, "/events", "Last-Event-ID", position)).body();
    }

    /** Erased in the same unit of work: nothing of theirs is left, and nothing of others is gone. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void chatsGoWithTheirOwner(String engine) throws Exception {
        on(engine, atlas -> {
            String ann = text(ok(200, atlas.get("ann", "/me")), "id");
            say(atlas, chat(atlas, "{}"), "gone");
            String eves = CHATS + "/" + text(ok(201, atlas.post("eve", CHATS, "{}")), "id");
            ok(201, atlas.post("eve", eves + "/messages", content("stays")));
            assertThat(header(ok(200, atlas.get("ann", "/exports/chats")), "Content-Type"))
                    .isEqualTo("application/zip");
            ok(204, atlas.send("admin", "DELETE", "/users/" + ann, ""));
            for (String kind : List.of("chat_sessions", "chat_messages")) {
                long left = atlas.storage()
                        .read(each -> each.records().count(each.records().kind(kind)));
                assertThat(left).as(kind).isEqualTo(1);
            }
        });
    }
}
