package dev.atlas.api.agents;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Caller;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.application.tools.Parameters;
import dev.atlas.application.tools.Tool;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.application.tools.ToolResult;
import dev.atlas.application.tools.ToolRunner;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What models have Atlas do, on each engine: always what the one they talk to may do, and no more. */
class ToolsTest {

    private static final Set<Permission> MEMBER = EnumSet.of(
            Permission.PROJECT_VIEW,
            Permission.PROJECT_CREATE,
            Permission.TRACKING_VIEW,
            Permission.TRACKING_WRITE,
            Permission.CHAT_USE,
            Permission.TOOLS_USE);

    @TempDir
    private Path folder;

    private static Caller caller(String id, String name, Set<Permission> permissions) {
        Caller.Origin origin = new Caller.Origin("request-1", null, null);
        return new Caller(new Id<>(UUID.fromString(id)), name, permissions, null, origin);
    }

    private static ToolResult run(ServedAtlas atlas, Caller caller, String tool, String arguments) throws Exception {
        return runner(atlas).run(caller, new ToolRequest("call-1", tool, arguments), false);
    }

    private static ToolRunner runner(ServedAtlas atlas) {
        return new ToolRunner(atlas.atlas().agents().tools(), ToolRunner.PATIENCE);
    }

    private static String named(String id) {
        return "{\"id\":\"%s\"}".formatted(id);
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsReadIsWhatTheCallerMaySee(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = caller(atlas.add("ann", "member"), "ann", MEMBER);
            Caller eve = caller(atlas.add("eve", "member"), "eve", MEMBER);
            String project = text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"EEG\"}")), "id");
            String run = text(
                    ok(
                            201,
                            atlas.post(
                                    "ann",
                                    "/experiments",
                                    "{\"project_id\":\"%s\",\"experiment_name\":\"first\",\"tags\":[\"a\"],\"metrics\":{\"best_val_loss\":0.5}}"
                                            .formatted(project))),
                    "id");
            ok(201, atlas.send("ann", "PUT", "/experiments/" + run + "/epochs/1", "{}"));

            assertThat(run(atlas, ann, "list_projects", "").content()).contains(project, "\"name\":\"EEG\"");
            assertThat(run(atlas, ann, "list_projects", "{\"name_contains\":\"eeg\"}")
                            .content())
                    .isEqualTo("{\"projects\":[]}");
            assertThat(run(atlas, ann, "get_project", named(project)).content()).contains("\"status\":\"active\"");
            assertThat(run(atlas, ann, "search_experiments", "{\"status\":\"running\",\"tag\":\"a\",\"limit\":1}")
                            .content())
                    .contains(run, "\"metrics\":{\"best_val_loss\":0.5}");
            assertThat(run(atlas, ann, "get_experiment", named(run)).content())
                    .contains("\"epochs\":1", "\"checkpoints\":0");
            assertThat(run(atlas, ann, "best_experiments", "{}").content()).isEqualTo("{\"experiments\":[]}");
            ok(200, atlas.post("ann", "/experiments/" + run + "/status", "{\"status\":\"completed\"}"));
            assertThat(run(atlas, ann, "best_experiments", "{\"direction\":\"max\"}")
                            .content())
                    .contains(run, "\"value\":0.5");

            assertThat(run(atlas, eve, "list_projects", "{}").content()).isEqualTo("{\"projects\":[]}");
            assertThat(run(atlas, eve, "search_experiments", "{}").content()).isEqualTo("{\"experiments\":[]}");
            assertThat(run(atlas, eve, "best_experiments", "{}").content()).isEqualTo("{\"experiments\":[]}");
            assertThat(run(atlas, eve, "get_project", named(project)).code()).isEqualTo("project.not_found");
            assertThat(run(atlas, eve, "get_experiment", named(run)).code()).isEqualTo("experiment.not_found");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatChangesThingsIsDoneOnceApprovedAndOnlyByThoseWhoMay(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = caller(atlas.add("ann", "member"), "ann", MEMBER);
            Caller eve = caller(atlas.add("eve", "member"), "eve", MEMBER);
            String project = text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"EEG\"}")), "id");
            String start = "{\"project_id\":\"%s\",\"experiment_name\":\"first\"}".formatted(project);
            String run = text(ok(201, atlas.post("ann", "/experiments", start)), "id");
            ToolRunner runner = runner(atlas);
            ToolRequest stop = new ToolRequest(
                    "1", "set_experiment_status", "{\"id\":\"%s\",\"status\":\"stopped\"}".formatted(run));
            ToolRequest delete = new ToolRequest("2", "delete_experiment", named(run));
            ToolRequest archive = new ToolRequest("3", "archive_project", named(project));

            for (ToolRequest call : List.of(stop, delete, archive)) {
                assertThat(runner.run(ann, call, false).code()).isEqualTo("tool.not_approved");
                assertThat(runner.run(eve, call, true).code()).endsWith(".not_found");
                assertThat(runner.run(caller(ann.user().toString(), "ann", Set.of(Permission.CHAT_USE)), call, true)
                                .code())
                        .isEqualTo("tool.unknown");
            }
            assertThat(ok(200, atlas.get("ann", "/experiments/" + run)).body()).contains("running");

            assertThat(runner.run(ann, stop, true).content()).contains("\"status\":\"stopped\"");
            assertThat(runner.run(
                                    ann,
                                    new ToolRequest(
                                            "4", stop.name(), stop.arguments().replace("stopped", "failed")),
                                    true)
                            .code())
                    .isEqualTo("experiment.illegal_status");
            assertThat(runner.run(ann, delete, true).content()).isEqualTo("{\"deleted\":\"" + run + "\"}");
            refused(404, "experiment.not_found", atlas.get("ann", "/experiments/" + run));
            assertThat(runner.run(ann, archive, true).content()).contains("\"status\":\"archived\"");
            assertThat(runner.run(ann, archive, true).code()).isEqualTo("project.archived");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void badArgumentsAreToldByTheirNames(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = caller(atlas.add("ann", "member"), "ann", MEMBER);
            for (String arguments : List.of("{\"id\":", "[]", "{\"ID\":1}", "{\"id\":\"x\"}", "{\"id\":7}", "{}", "")) {
                assertThat(run(atlas, ann, "get_project", arguments).code())
                        .as(arguments)
                        .isEqualTo("tool.invalid_arguments");
            }
            for (String arguments : List.of(
                    "{\"limit\":0}",
                    "{\"limit\":51}",
                    "{\"limit\":1.5}",
                    "{\"limit\":\"1\"}",
                    "{\"status\":\"odd\"}")) {
                assertThat(run(atlas, ann, "search_experiments", arguments).content())
                        .as(arguments)
                        .contains("tool.invalid_arguments", arguments.contains("limit") ? "limit must" : "status must");
            }
            assertThat(run(atlas, ann, "rm_rf", "{}").code()).isEqualTo("tool.unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theToolsAreListedWithWhatTheyTake(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            ok(
                    201,
                    atlas.post(
                            "admin", "/roles", "{\"role\":\"talker\",\"permissions\":[\"chat.use\",\"tools.use\"]}"));
            atlas.add("tom", "talker");
            String all = ok(200, atlas.get("admin", "/chat/tools")).body();
            assertThat(all)
                    .contains(
                            "\"name\":\"best_experiments\"",
                            "\"needs_approval\":true",
                            "\"additionalProperties\":false")
                    .doesNotContain("\"allowed\":false");
            assertThat(ok(200, atlas.get("tom", "/chat/tools")).body()).doesNotContain("\"allowed\":true");
            assertThat(ok(200, atlas.get("admin", "/chat/tools?category=projects"))
                            .body())
                    .contains("list_projects")
                    .doesNotContain("search_experiments");
            refused(
                    422,
                    "value.invalid",
                    atlas.post("admin", "/chat/presets", "{\"name\":\"x\",\"agent\":\"ops\",\"tools\":[\"rm_rf\"]}"));
        }
    }

    @Test
    void aToolThatTakesTooLongSaysTooMuchOrBreaksIsAResultToo() throws Exception {
        Caller ann = caller(UUID.randomUUID().toString(), "ann", MEMBER);
        CountDownLatch stopped = new CountDownLatch(1);
        ToolRunner runner = new ToolRunner(
                new ToolCatalog(List.of(
                        tool("slow", (caller, given) -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                stopped.countDown();
                            }
                            return Json.Obj.EMPTY;
                        }),
                        tool("long", (caller, given) -> new Json.Str("x".repeat(ToolRunner.LONGEST))),
                        tool("broken", (caller, given) -> {
                            throw new IllegalStateException("secret");
                        }))),
                Duration.ofMillis(200));
        assertThat(runner.run(ann, new ToolRequest("1", "slow", "{}"), false).code())
                .isEqualTo("tool.timed_out");
        stopped.await();
        assertThat(runner.run(ann, new ToolRequest("1", "long", "{}"), false).code())
                .isEqualTo("tool.result_too_long");
        assertThat(runner.run(ann, new ToolRequest("1", "broken", "{}"), false).content())
                .contains("tool.failed")
                .doesNotContain("secret");
    }

    private static Tool tool(String name, Tool.Action action) {
        return new Tool(name, "test", "A tool.", new Parameters(), Permission.CHAT_USE, false, action);
    }
}
