package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.json;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.Await;
import dev.atlas.domain.Json;
import dev.atlas.wire.Form;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Request;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
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

/** Agents answer with what tools tell them, over real HTTP on each engine, asking a server that speaks as providers do. */
class AgentTurnTest {

    private static final String COMPLETIONS = "/chat/completions";
    private static final Form FORM = new OpenAiForm();

    @TempDir
    private Path folder;

    private interface Story {
        void tell(ServedAtlas atlas, String project) throws Exception;
    }

    private void on(String engine, Story story) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.over(
                ServedAtlas.open(ServedAtlas.place(engine, folder)), new MovableClock(), folder, Map.of())) {
            atlas.add("ann", "member");
            atlas.add("eve", "member");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            story.tell(atlas, text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"EEG\"}")), "id"));
        }
    }

    private static Reply says(Said said) {
        return Reply.stream(FORM, FORM.stream(said, "m"));
    }

    private static Reply calls(String id, String tool, String arguments) {
        return says(Said.tool(id, tool, arguments));
    }

    private static HttpResponse<String> ask(ServedAtlas atlas, String rest, String... headers) throws Exception {
        return atlas.post("ann", COMPLETIONS, "{\"content\":\"Which projects are there?\"%s}".formatted(rest), headers);
    }

    private static String member(HttpResponse<String> answer, String name, String inner) {
        Json.Obj object = (Json.Obj) json(answer).members().get(name);
        assertThat(object).isNotNull();
        Json value = object.members().get(inner);
        return value instanceof Json.Str(String text) ? text : String.valueOf(value == null ? null : value.text());
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void anAgentAnswersWithWhatToolsTellIt(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            atlas.models()
                    .next(
                            calls("c1", "list_projects", "{}"),
                            calls("c1", "get_project", "{\"id\":\"" + project + "\"}"),
                            says(Said.text("There is ", "EEG.").having(100, 50, 0)));
            HttpResponse<String> answer = ok(201, ask(atlas, ",\"agent\":\"ops\",\"model\":\"gpt-5\""));

            assertThat(member(answer, "answer", "content")).isEqualTo("There is EEG.");
            assertThat(answer.body())
                    .contains(
                            "\"type\":\"message\"",
                            "\"tool_name\":\"list_projects\",\"status\":\"success\"",
                            "\"agent\":\"ops\"");
            assertThat(member(answer, "answer", "prompt_tokens"))
                    .as("of all three calls")
                    .isEqualTo("160");
            List<Request> asked = atlas.models().requests();
            assertThat(asked).hasSize(3);
            assertThat(asked.getFirst().body())
                    .contains("\"search_experiments\"", "\"archive_project\"", "operations engineer");
            assertThat(asked.get(1).body()).contains("\\\"name\\\":\\\"EEG\\\"", "\"c1\"");
            assertThat(asked.getLast().body()).contains("call-2");
            assertThat(ok(200, atlas.get("ann", "/me/usage/records")).body())
                    .contains("\"agent\":\"ops\"", "\"app\":\"playground/ops\"")
                    .hasSizeGreaterThan(10);
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals?agent=ops")).body())
                    .contains("\"total_requests\":3", "\"total_prompt_tokens\":160");
            String chat = text(answer, "session_id");
            assertThat(ok(200, atlas.get("ann", "/chat/sessions/" + chat)).body())
                    .contains("\"agent\":\"ops\"", "\"message_count\":2", "\"prompt_tokens\":160");

            ok(200, atlas.send("ann", "PATCH", "/chat/sessions/" + chat, "{\"variables\":{\"cluster\":\"gpu-7\"}}"));
            ok(201, ask(atlas, ",\"session_id\":\"" + chat + "\""));
            assertThat(atlas.models().requests().getLast().body())
                    .as("the chat keeps its agent, which knows its state")
                    .contains("\"search_experiments\"", "gpu-7");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatGoesWrongWithAToolIsToldToTheModel(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            atlas.models()
                    .next(
                            calls("a", "rm_rf", "{}"),
                            calls("b", "get_project", "{broken"),
                            calls("c", "get_project", "{\"id\":\"0192f3c4-5d6e-7a8b-9c0d-1e2f3a4b5c6d\"}"),
                            calls("d", "delete_experiment", "{}"),
                            says(Said.text("I cannot.")));
            String body = ok(201, ask(atlas, ",\"agent\":\"ops\"")).body();
            assertThat(body)
                    .contains("I cannot.", "tool.unknown", "tool.invalid_arguments", "project.not_found")
                    .contains("\"tool_name\":\"delete_experiment\",\"status\":\"error\"")
                    .doesNotContain("Exception", "\"pending\"");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aTurnHasItsBounds(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            atlas.models().says(Said.tool("again", "list_projects", "{}"));
            HttpResponse<String> answer = ok(201, ask(atlas, ",\"agent\":\"triage\""));
            assertThat(answer.body()).contains("\"finish_reason\":\"max_rounds\"");
            assertThat(member(answer, "answer", "state")).isEqualTo("failed");
            assertThat(atlas.models().requests()).hasSize(10);
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body()).contains("\"total_requests\":10");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aModelThatMayUseToolsIsWaitedForOnlySoLong(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.over(
                ServedAtlas.open(ServedAtlas.place(engine, folder)),
                Clock.systemUTC(),
                folder,
                Map.of("ATLAS_CHAT_CALL_SECONDS", "1"))) {
            atlas.add("ann", "member");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            Reply stuck = says(Said.text("one ", "two")).after(2, Ending.PINGING);
            atlas.models().next(calls("c1", "list_projects", "{}"), stuck, stuck);

            HttpResponse<String> late = refused(503, "provider.timed_out", ask(atlas, ",\"agent\":\"ops\""));

            assertThat(ok(200, atlas.get("ann", "/chat/sessions/" + text(late, "session_id") + "/messages/2"))
                            .body())
                    .contains("\"state\":\"failed\"", "\"content\":\"one \"", "provider.timed_out", "list_projects");
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body())
                    .as("each call by itself")
                    .contains("\"total_requests\":2", "\"failed_requests\":1");
            try (OpenCompletion plain = OpenCompletion.of(atlas, "ann", "{\"content\":\"Who?\"}")) {
                plain.next();
                plain.next();
                long before = System.nanoTime();
                Await.until(
                        Duration.ofSeconds(30),
                        () -> Duration.ofNanos(System.nanoTime() - before).toMillis() > 1500,
                        () -> "time stands still");
                assertThat(atlas.models().open())
                        .as("without tools it may take longer")
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatChangesThingsIsDoneOnceWhenItIsApproved(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            String archive = "{\"id\":\"" + project + "\"}";
            atlas.models().next(calls("x", "archive_project", archive));
            HttpResponse<String> waiting =
                    ok(201, ask(atlas, ",\"agent\":\"ops\",\"model\":\"m\",\"temperature\":0.25"));
            assertThat(waiting.body())
                    .contains("\"finish_reason\":\"approval_required\"", "This needs your approval: archive_project.")
                    .contains("\"tool_call_id\":\"x\",\"tool_name\":\"archive_project\",\"status\":\"pending\"");
            assertThat(atlas.models().requests()).hasSize(1);
            assertThat(ok(200, atlas.get("ann", "/projects/" + project)).body()).contains("\"status\":\"active\"");

            String path = "/chat/sessions/" + text(waiting, "session_id") + "/messages/2/approvals";
            String approve = "{\"tool_call_id\":\"x\",\"approve\":true}";
            refused(404, "chat_session.not_found", atlas.post("eve", path, approve));
            refused(409, "approval.not_pending", atlas.post("ann", path, approve.replace("\"x\"", "\"y\"")));
            atlas.models().says(Said.text("It is archived."));
            Callable<HttpResponse<String>> client = () -> atlas.post("ann", path, approve);
            int done = 0;
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<HttpResponse<String>> each : clients.invokeAll(List.of(client, client, client))) {
                    if (each.get().statusCode() == 200) {
                        done++;
                        assertThat(each.get().body()).contains("It is archived.", "\"status\":\"success\"");
                    } else {
                        refused(409, "approval.not_pending", each.get());
                    }
                }
            }
            assertThat(done).isEqualTo(1);
            assertThat(atlas.models().requests()).hasSize(2);
            assertThat(atlas.models().requests().getLast().body())
                    .contains("\\\"status\\\":\\\"archived\\\"", "0.25", "Which projects are there?")
                    .doesNotContain("This needs your approval");
            assertThat(ok(200, atlas.get("ann", "/projects/" + project)).body()).contains("\"status\":\"archived\"");
            assertThat(ok(200, atlas.get("admin", "/audit?action=project.archived"))
                            .body())
                    .containsOnlyOnce("project.archived");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void nothingIsDoneForWhoeverHasAskedAllTheyMay(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            ok(200, atlas.send("admin", "PATCH", "/chat/settings", "{\"requests_per_minute\":1}"));
            atlas.models().next(calls("x", "archive_project", "{\"id\":\"" + project + "\"}"));
            HttpResponse<String> waiting = ok(201, ask(atlas, ",\"agent\":\"ops\""));
            String path = "/chat/sessions/" + text(waiting, "session_id") + "/messages/2/approvals";
            String approve = "{\"tool_call_id\":\"x\",\"approve\":true}";
            refused(429, "chat.request_limit", atlas.post("ann", path, approve));
            assertThat(ok(200, atlas.get("ann", "/projects/" + project)).body()).contains("\"status\":\"active\"");

            ok(200, atlas.send("admin", "PATCH", "/chat/settings", "{\"requests_per_minute\":2}"));
            atlas.models().says(Said.text("It is archived."));
            assertThat(ok(200, atlas.post("ann", path, approve)).body()).contains("It is archived.");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsRefusedIsNotDoneAndTheModelIsToldSo(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            atlas.models().next(calls("x", "archive_project", "{\"id\":\"" + project + "\"}"));
            HttpResponse<String> waiting = ok(201, ask(atlas, ",\"agent\":\"ops\""));
            atlas.models().says(Said.text("As you like."));
            String path = "/chat/sessions/" + text(waiting, "session_id") + "/messages/2/approvals";
            HttpResponse<String> refused =
                    ok(200, atlas.post("ann", path, "{\"tool_call_id\":\"x\",\"approve\":false}"));
            assertThat(refused.body()).contains("\"status\":\"refused\"", "As you like.");
            assertThat(atlas.models().requests().getLast().body()).contains("tool.refused");
            assertThat(ok(200, atlas.get("ann", "/projects/" + project)).body()).contains("\"status\":\"active\"");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theRequestCountsThenThePresetThenTheAgent(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            ok(
                    200,
                    atlas.send(
                            "admin",
                            "PUT",
                            "/chat/agents/ops",
                            "{\"models\":{\"openai\":\"of-agent\"},\"temperature\":0.1,\"system_prompt\":\"I am ops.\"}"));
            String preset = text(
                    ok(
                            201,
                            atlas.post(
                                    "ann",
                                    "/chat/presets",
                                    "{\"name\":\"p\",\"agent\":\"ops\",\"model\":\"of-preset\",\"temperature\":0.2,\"tools\":[\"list_projects\"]}")),
                    "id");
            ok(201, ask(atlas, ",\"agent\":\"ops\""));
            assertThat(atlas.models().requests().getLast().body()).contains("of-agent", "0.1", "I am ops.");
            ok(201, ask(atlas, ",\"preset_id\":\"" + preset + "\""));
            assertThat(atlas.models().requests().getLast().body())
                    .contains("of-preset", "0.2", "I am ops.", "list_projects")
                    .doesNotContain("get_project");
            ok(201, ask(atlas, ",\"preset_id\":\"" + preset + "\",\"model\":\"mine\",\"tools_enabled\":false"));
            assertThat(atlas.models().requests().getLast().body())
                    .contains("mine", "0.2")
                    .doesNotContain("list_projects");
            ok(201, ask(atlas, ""));
            assertThat(atlas.models().requests().getLast().body()).doesNotContain("list_projects", "I am ops.");
            refused(
                    404,
                    "preset.not_found",
                    atlas.post("eve", COMPLETIONS, "{\"content\":\"x\",\"preset_id\":\"" + preset + "\"}"));
            refused(422, "value.invalid", ask(atlas, ",\"preset_id\":\"" + preset + "\",\"agent\":\"triage\""));
            refused(422, "value.invalid", ask(atlas, ",\"agent\":\"chef\""));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theEventsTellOfToolsAndCommandsStoreNothing(String engine) throws Exception {
        on(engine, (atlas, project) -> {
            atlas.models().next(calls("c", "list_projects", "{}"), says(Said.text("EEG.")));
            String events = ok(201, ask(atlas, ",\"agent\":\"ops\"", "Accept", "text/event-stream"))
                    .body();
            assertThat(events)
                    .containsSubsequence(
                            "event: session",
                            "event: tool_start",
                            "\"tool_name\":\"list_projects\",\"status\":\"running\"",
                            "event: tool_result",
                            "\"status\":\"success\"",
                            "event: content",
                            "EEG.",
                            "event: usage",
                            "event: done");
            String command = "{\"content\":\"/help\"}";
            assertThat(ok(200, atlas.post("eve", COMPLETIONS, command)).body())
                    .contains("\"type\":\"command\"", "\"command\":\"help\"");
            assertThat(ok(200, atlas.post("eve", COMPLETIONS, command, "Accept", "text/event-stream"))
                            .body())
                    .contains("event: command", "\"command\":\"help\"");
            assertThat(ok(200, atlas.get("eve", "/chat/sessions")).body()).isEqualTo("{\"items\":[]}");
            assertThat(atlas.models().requests()).hasSize(2);
        });
    }
}
