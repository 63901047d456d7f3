package dev.atlas.api.bots;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.Await;
import dev.atlas.platformwire.TeamsServer;
import dev.atlas.platformwire.TeamsSigner;
import dev.atlas.wire.Said;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole conversations with people on Teams, on each engine. */
class TeamsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WEBHOOK = "/webhooks/bots/teams";
    private static final String SETUP =
            "{\"token\":\"%s\",\"extra\":{\"app_id\":\"%s\"}}".formatted(TeamsServer.PASSWORD, TeamsServer.APP);

    @TempDir
    private Path folder;

    private static HttpResponse<String> deliver(ServedAtlas atlas, TeamsServer teams, ObjectNode activity)
            throws Exception {
        String token = teams.signer().signed(TeamsSigner.claims(teams.service(), Instant.now()));
        return send(atlas, activity, token);
    }

    private static HttpResponse<String> send(ServedAtlas atlas, ObjectNode activity, String token) throws Exception {
        return ServedAtlas.send(atlas.request("POST", WEBHOOK, activity.toString(), Map.of("Authorization", token)));
    }

    /** The cards that were posted, once there are so many. */
    private static List<String> cards(TeamsServer teams, int many) {
        Await.until(SOON, () -> messages(teams).size() >= many, () -> "only these were posted: " + teams.posted());
        return messages(teams);
    }

    private static List<String> messages(TeamsServer teams) {
        return teams.posted().stream()
                .filter(activity -> activity.path("type").asText().equals("message"))
                .map(JsonNode::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void somebodyProvesWhoTheyAreAndTalks(String engine) throws Exception {
        try (TeamsServer teams = TeamsServer.start();
                ServedAtlas atlas = ServedAtlas.over(
                        ServedAtlas.open(ServedAtlas.place(engine, folder)),
                        new MovableClock(),
                        folder,
                        Map.of("ATLAS_BOTS_TEAMS_URL", base(teams)))) {
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            atlas.add("ann", "member");
            HttpResponse<String> set = ok(201, atlas.send("admin", "PUT", "/bots/platforms/teams", SETUP));
            assertThat(text(set, "healthy")).as(set.body()).isEqualTo("true");
            atlas.atlas().botService().answering().begin();

            String code = text(ok(200, atlas.post("ann", "/bots/links/teams/codes", "")), "code");
            ok(200, deliver(atlas, teams, teams.says("29:ann", "a:1", "link " + code)));
            assertThat(cards(teams, 1).getFirst()).contains("in Atlas now", "AdaptiveCard");

            atlas.models().says(Said.text("It **is** up."));
            ok(200, deliver(atlas, teams, teams.says("29:ann", "a:1", "@triage Is host one up?")));
            assertThat(cards(teams, 2).get(1)).contains("is** up");
            ok(200, deliver(atlas, teams, teams.mentions("29:ann", "19:group", "status")));
            assertThat(cards(teams, 3)).hasSize(3);

            ObjectNode said = teams.says("29:ann", "a:1", "status");
            ServedAtlas.refused(403, "webhook.forged", send(atlas, said, "Bearer guessed"));
            String old = teams.signer()
                    .signed(TeamsSigner.claims(teams.service(), Instant.now().minus(Duration.ofHours(2))));
            ServedAtlas.refused(403, "webhook.forged", send(atlas, said, old));
            ok(200, deliver(atlas, teams, said));
            ok(200, deliver(atlas, teams, said));
            ok(200, deliver(atlas, teams, teams.says("29:ann", "a:1", "help")));
            assertThat(cards(teams, 5)).as("what came twice is answered once").hasSize(5);
        }
    }

    private static String base(TeamsServer teams) {
        URI metadata = teams.metadata();
        return metadata.toString().replace("/metadata", "");
    }
}
