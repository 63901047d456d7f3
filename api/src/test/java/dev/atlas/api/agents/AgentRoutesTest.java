package dev.atlas.api.agents;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agents over real HTTP on each engine. */
class AgentRoutesTest {

    private static final String AGENTS = "/chat/agents";
    private static final String OPS = AGENTS + "/ops";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theFourAreThereAndAnswerAsAdministratorsSayUntilTheyAreReset(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            assertThat(ok(200, atlas.get("ann", AGENTS)).body())
                    .containsSubsequence("\"ops\"", "\"triage\"", "\"engineer\"", "\"reviewer\"")
                    .containsOnlyOnce("\"is_default\":true")
                    .contains("claude-haiku-4-5-20251001", "claude-sonnet-4-5-20250929");
            HttpResponse<String> usual = ok(200, atlas.get("ann", OPS));
            assertThat(usual.body()).contains("\"temperature\":0.4", "\"max_tokens\":8192", "\"version\":0");
            refused(404, "agent.not_found", atlas.get("ann", AGENTS + "/chef"));
            refused(403, "permission.missing", atlas.send("ann", "PUT", OPS, "{}"));
            refused(403, "permission.missing", atlas.send("ann", "DELETE", OPS, ""));
            refused(404, "agent.not_found", atlas.send("admin", "DELETE", OPS, ""));
            refused(404, "agent.not_found", atlas.send("admin", "PUT", AGENTS + "/chef", "{}"));

            String wanted =
                    "{\"provider\":\"openai\",\"models\":{\"openai\":\"gpt-5\"},\"temperature\":0.1,\"skills\":[\"projects\"]}";
            HttpResponse<String> set = ok(200, atlas.send("admin", "PUT", OPS, wanted, "If-Match", "\"0\""));
            assertThat(header(set, "ETag")).isEqualTo("\"1\"");
            assertThat(set.body())
                    .contains(
                            "\"provider\":\"openai\"",
                            "\"models\":{\"openai\":\"gpt-5\"}",
                            "\"temperature\":0.1",
                            "\"max_tokens\":8192",
                            "\"skills\":[\"projects\"]");
            assertThat(ok(200, atlas.get("ann", OPS)).body()).isEqualTo(set.body());
            assertThat(header(ok(200, atlas.send("admin", "PUT", OPS, wanted)), "ETag"))
                    .as("the same again changes nothing")
                    .isEqualTo("\"1\"");
            refused(412, "version.stale", atlas.send("admin", "PUT", OPS, "{}", "If-Match", "\"0\""));
            refused(412, "version.stale", atlas.send("admin", "DELETE", OPS, "", "If-Match", "\"0\""));
            ok(204, atlas.send("admin", "DELETE", OPS, "", "If-Match", "\"1\""));
            assertThat(ok(200, atlas.get("ann", OPS)).body()).isEqualTo(usual.body());
            assertThat(ok(200, atlas.get("admin", "/audit?action=agent.set")).body())
                    .contains("\"temperature\":0.4", "\"temperature\":0.1");
            assertThat(ok(200, atlas.get("admin", "/audit?action=agent.reset")).body())
                    .contains("ops");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatNoAgentCanBeIsRefusedByTheNameOfItsField(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            for (String wrong : new String[] {
                "\"provider\":\"nowhere\"",
                "\"models\":{\"openai\":1}",
                "\"models\":{\"Open AI\":\"gpt-5\"}",
                "\"temperature\":2.5",
                "\"max_tokens\":99",
                "\"system_prompt\":\"%s\"".formatted("x".repeat(4001)),
                "\"skills\":[\" \"]"
            }) {
                String field = wrong.substring(1, wrong.indexOf(':') - 1);
                assertThat(refused(422, "value.invalid", atlas.send("admin", "PUT", OPS, "{" + wrong + "}"))
                                .body())
                        .contains("\"field\":\"" + field + "\"");
            }
            assertThat(ok(200, atlas.get("admin", OPS)).body()).contains("\"version\":0");
        }
    }
}
