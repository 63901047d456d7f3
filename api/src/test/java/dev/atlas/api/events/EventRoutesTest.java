package dev.atlas.api.events;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes is told to those who may see it, over real HTTP on each engine. Ann owns a project, Eve is a stranger. */
class EventRoutesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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

    private static String project(ServedAtlas atlas, String name) throws Exception {
        return text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"" + name + "\"}")), "id");
    }

    private static HttpResponse<String> since(ServedAtlas atlas, String as, String position) throws Exception {
        return ok(200, atlas.get(as, "/events", "Last-Event-ID", position));
    }

    private static String now(ServedAtlas atlas) throws Exception {
        return ServerSentEvent.only(ok(200, atlas.get("ann", "/events"))).id();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatHappenedIsToldToThoseWhoMaySeeIt(String engine) throws Exception {
        on(engine, atlas -> {
            String start = now(atlas);
            String project = project(atlas, "eeg");
            assertThat(since(atlas, "ann", start).body())
                    .contains("{\"kind\":\"projects\",\"key\":\"" + project + "\",\"gone\":false}");
            assertThat(since(atlas, "admin", start).body()).contains(project);
            assertThat(since(atlas, "eve", start).body()).doesNotContain(project);

            ok(200, atlas.post("ann", "/projects/" + project + "/archive", ""));
            ok(204, atlas.send("ann", "DELETE", "/projects/" + project, ""));
            assertThat(since(atlas, "admin", start).body())
                    .contains("{\"kind\":\"projects\",\"key\":\"" + project + "\",\"gone\":true}");
            assertThat(since(atlas, "ann", start).body()).doesNotContain(project);
        });
    }

    /** Not even of one that is gone, and not even administrators, who are told of all else. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void nobodyIsToldOfTheChatsOfOthers(String engine) throws Exception {
        on(engine, atlas -> {
            String start = now(atlas);
            String chat = text(ok(201, atlas.post("ann", "/chat/sessions", "{}")), "id");
            ok(201, atlas.post("ann", "/chat/sessions/" + chat + "/messages", "{\"content\":\"x\"}"));
            assertThat(since(atlas, "ann", start).body()).contains("chat_sessions", "chat_messages", chat);
            ok(204, atlas.send("ann", "DELETE", "/chat/sessions/" + chat, ""));
            for (String other : List.of("admin", "eve")) {
                assertThat(since(atlas, other, start).body()).doesNotContain("chat_");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aStreamGoesOnAndIsResumedWhereItWas(String engine) throws Exception {
        on(engine, atlas -> {
            String first;
            String seen;
            try (OpenStream stream = OpenStream.of(atlas, "ann", null)) {
                stream.await(event -> true, PATIENCE);
                first = project(atlas, "first");
                seen = stream.await(event -> event.data().contains(first), PATIENCE)
                        .id();
            }
            String missed = project(atlas, "missed");
            try (OpenStream stream = OpenStream.of(atlas, "ann", seen)) {
                assertThat(stream.await(event -> event.data().contains(missed), PATIENCE)
                                .data())
                        .doesNotContain(first);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aStreamEndsWithTheRightToIt(String engine) throws Exception {
        on(engine, atlas -> {
            String eve = text(ok(200, atlas.get("eve", "/me")), "id");
            try (OpenStream stream = OpenStream.of(atlas, "eve", null)) {
                stream.await(event -> true, PATIENCE);
                ok(200, atlas.post("admin", "/users/" + eve + "/deactivate", ""));
                assertThat(stream.ended(PATIENCE)).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aServerThatStopsEndsItsStreams(String engine) throws Exception {
        on(engine, atlas -> {
            try (OpenStream stream = OpenStream.of(atlas, "ann", null)) {
                stream.await(event -> true, PATIENCE);
                atlas.stop();
                assertThat(stream.ended(PATIENCE)).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aPositionThatIsNotTheStoresIsRefused(String engine) throws Exception {
        on(engine, atlas -> {
            refused(400, "request.malformed", atlas.get("ann", "/events", "Last-Event-ID", "yesterday"));
            refused(409, "events.trimmed", atlas.get("ann", "/events", "Last-Event-ID", "7-1"));
        });
    }
}
