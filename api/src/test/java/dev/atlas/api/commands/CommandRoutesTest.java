package dev.atlas.api.commands;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slash commands over real HTTP on each engine. */
class CommandRoutesTest {

    @TempDir
    private Path folder;

    private static String run(ServedAtlas atlas, String as, String command) throws Exception {
        String body = "{\"command\":" + new Json.Str(command).text() + "}";
        return ok(200, atlas.post(as, "/chat/command", body)).body();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void eachTellsWhatAtlasHolds(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            atlas.add("eve", "member");
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            assertThat(run(atlas, "ann", "/status")).contains("\"ready\":false", "openai is to answer");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            atlas.models().offers("gpt-5-mini", "gpt-5");
            String chat = text(ok(201, atlas.post("ann", "/chat/sessions", "{}")), "id");
            ok(201, atlas.post("ann", "/chat/sessions/" + chat + "/messages", "{\"content\":\"Why does it rise?\"}"));

            for (String help : List.of("/help", "/h", "/?", " /HELP ")) {
                assertThat(run(atlas, "ann", help))
                        .contains("\"command\":\"help\"", "\"success\":true", "/search text");
            }
            assertThat(run(atlas, "ann", "/tools projects"))
                    .contains("list_projects")
                    .doesNotContain("get_experiment");
            assertThat(run(atlas, "ann", "/models")).contains("Models of openai", "{\"id\":\"gpt-5-mini\"}");
            assertThat(run(atlas, "ann", "/models nowhere"))
                    .contains("\"success\":false", "There is no such provider.");
            assertThat(run(atlas, "ann", "/providers")).contains("openai - ready", "anthropic - not configured");
            assertThat(run(atlas, "ann", "/agent")).contains("reviewer");
            assertThat(run(atlas, "ann", "/agent Triage")).contains("\"action\":\"set_agent\"", "\"id\":\"triage\"");
            assertThat(run(atlas, "ann", "/agent chef")).contains("\"success\":false");
            for (String clear : List.of("/clear", "/reset", "/new")) {
                assertThat(run(atlas, "ann", clear)).contains("\"command\":\"clear\"", "\"action\":\"new_session\"");
            }
            assertThat(run(atlas, "ann", "/history")).contains(chat, "Why does it rise?");
            assertThat(run(atlas, "eve", "/history"))
                    .contains("There are no chats yet.")
                    .doesNotContain(chat);
            for (String usage : List.of("/usage", "/tokens", "/stats")) {
                assertThat(run(atlas, "ann", usage)).contains("\"command\":\"usage\"", "\"today\":{\"requests\":0,");
            }
            assertThat(run(atlas, "ann", "/search  does IT ")).contains(chat, "Why does it rise?");
            assertThat(run(atlas, "eve", "/search does it")).contains("Nothing was found.");
            assertThat(run(atlas, "ann", "/search")).contains("\"success\":false");
            assertThat(run(atlas, "ann", "/alerts")).contains("No alert source is configured.", "\"success\":true");
            assertThat(run(atlas, "ann", "/status")).contains("\"ready\":true", "\"configured_providers\":[\"openai\"");
            String path = "/exports/chats";
            assertThat(run(atlas, "ann", "/export")).contains("\"path\":\"/api/v1" + path + "\"");
            ok(200, atlas.get("ann", path));
            assertThat(run(atlas, "ann", "/settings")).contains("\"default_provider\":\"openai\"");
            for (String unknown : List.of("/dance", "/")) {
                assertThat(run(atlas, "ann", unknown))
                        .contains("\"success\":false", "/help")
                        .doesNotContain("\"command\"");
            }
            String longer = "{\"content\":\"/search " + "y".repeat(2000) + "\"}";
            assertThat(ok(200, atlas.post("ann", "/chat/completions", longer)).body())
                    .contains("\"success\":false", "at most 2000");
            assertThat(atlas.models().requests())
                    .as("no model is asked what was meant for Atlas")
                    .noneMatch(request -> request.body().contains("yyy"));
            for (String none : List.of("help", "/etc/passwd")) {
                String body = "{\"command\":\"" + none + "\"}";
                refused(422, "value.invalid", atlas.post("ann", "/chat/command", body));
            }
            assertThat(ok(200, atlas.get("ann", "/chat/commands")).body())
                    .contains("\"/search text\"", "[\"h\",\"?\"]");
            assertThat(ok(200, atlas.get("ann", "/chat/sessions")).body())
                    .as("nothing but what was said is stored")
                    .containsOnlyOnce("\"message_count\":1");
        }
    }
}
