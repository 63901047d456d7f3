package dev.atlas.api.bots;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.Await;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platformwire.SlackPosted;
import dev.atlas.platformwire.SlackServer;
import dev.atlas.wire.Said;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole conversations over Slack's Events API, on each engine. */
class SlackTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SETUP =
            "{\"token\":\"%s\",\"webhook_secret\":\"%s\"}".formatted(SlackServer.BOT_TOKEN, SlackServer.SIGNING_SECRET);

    private static final String SOCKET_SETUP =
            "{\"token\":\"%s\",\"app_token\":\"%s\"}".formatted(SlackServer.BOT_TOKEN, SlackServer.APP_TOKEN);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();

    private interface Story {
        void tell(ServedAtlas atlas, SlackServer slack) throws Exception;
    }

    private void on(String engine, Story story) throws Exception {
        on(engine, SETUP, story);
    }

    private void on(String engine, String setup, Story story) throws Exception {
        try (SlackServer slack = SlackServer.start();
                ServedAtlas atlas = ServedAtlas.over(
                        ServedAtlas.open(ServedAtlas.place(engine, folder)),
                        clock,
                        folder,
                        Map.of("ATLAS_BOTS_SLACK_URL", slack.address().toString()))) {
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            atlas.add("ann", "member");
            ok(422, atlas.send("admin", "PUT", "/bots/platforms/slack", "{\"token\":\"xoxb-1\"}"));
            HttpResponse<String> set = ok(201, atlas.send("admin", "PUT", "/bots/platforms/slack", setup));
            assertThat(text(set, "healthy")).isEqualTo("true");
            atlas.atlas().botService().answering().begin();
            story.tell(atlas, slack);
        }
    }

    private int deliver(ServedAtlas atlas, SlackServer slack, Object body) {
        return deliver(atlas, slack, body, Duration.ZERO, 0);
    }

    private int deliver(ServedAtlas atlas, SlackServer slack, Object body, Duration ago, int retry) {
        URI webhook = atlas.uri().resolve("/api/v1/webhooks/bots/slack");
        return slack.deliver(webhook, body.toString(), clock.instant().minus(ago), retry);
    }

    /** What was posted, once it is so much. */
    private static List<SlackPosted> posted(SlackServer slack, int messages) {
        Await.until(SOON, () -> slack.posted().size() >= messages, () -> "only these were posted: " + slack.posted());
        return slack.posted();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void somebodyProvesWhoTheyAreAndTalksAloneAndInThreads(String engine) throws Exception {
        on(engine, (atlas, slack) -> {
            HttpResponse<String> challenge = challenge(atlas);
            assertThat(text(challenge, "challenge")).isEqualTo("say this");

            String code = text(ok(200, atlas.post("ann", "/bots/links/slack/codes", "")), "code");
            assertThat(deliver(atlas, slack, slack.says("U7", "D7", "link " + code)))
                    .isEqualTo(200);
            assertThat(posted(slack, 1).getFirst().text()).contains("You are ann in Atlas now");

            atlas.models().says(Said.text("# Hosts\n\nIt **is** up & <well>."));
            Object said = slack.says("U7", "D7", "@triage Is host one up?");
            assertThat(deliver(atlas, slack, said)).isEqualTo(200);
            assertThat(posted(slack, 2).get(1).text()).contains("It is up &amp; &lt;well&gt;.");
            assertThat(deliver(atlas, slack, said, Duration.ZERO, 1))
                    .as("told again")
                    .isEqualTo(200);

            assertThat(deliver(atlas, slack, slack.mentions("U7", "C1", "!status")))
                    .isEqualTo(200);
            assertThat(posted(slack, 3)).hasSize(3);
            assertThat(posted(slack, 3).get(2).thread()).isNotEmpty();
            assertThat(ok(200, atlas.get("admin", "/bots/conversations?platform=slack"))
                            .body())
                    .contains("\"conversation\":\"D7\"", "\"conversation\":\"C1:");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void withoutAnAddressSlackIsListenedTo(String engine) throws Exception {
        on(engine, SOCKET_SETUP, (atlas, slack) -> {
            atlas.atlas().botService().listening().begin(List.of(BotPlatform.SLACK));
            Socket first = slack.sockets().opened();
            String code = text(ok(200, atlas.post("ann", "/bots/links/slack/codes", "")), "code");
            String linking = envelope("e1", slack.says("U7", "D7", "link " + code));
            slack.sockets().says(first, linking);
            assertThat(slack.sockets().heard()).isEqualTo("{\"envelope_id\":\"e1\"}");
            assertThat(posted(slack, 1).getFirst().text()).contains("You are ann in Atlas now");
            assertThat(ok(200, atlas.get("ann", "/bots/links")).body()).contains("\"name.U7\"");

            slack.sockets().says(first, linking);
            slack.sockets().says(first, envelope("e2", slack.says("U7", "D7", "!status")));
            assertThat(posted(slack, 2)).as("told again").hasSize(2);

            ok(200, atlas.post("admin", "/bots/platforms/slack/disable", ""));
            Await.until(SOON, first::isClosed, () -> "a disabled bot is listened to");
            ok(200, atlas.post("admin", "/bots/platforms/slack/enable", ""));
            Socket second = slack.sockets().opened();
            slack.sockets().says(second, envelope("e3", slack.says("U7", "D7", "!help")));
            assertThat(posted(slack, 3)).hasSize(3);
        });
    }

    private static String envelope(String id, Object event) {
        return "{\"type\":\"events_api\",\"envelope_id\":\"" + id + "\",\"payload\":" + event + "}";
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsOldOrNotFromSlackIsRefused(String engine) throws Exception {
        on(engine, (atlas, slack) -> {
            Object said = slack.says("U7", "D7", "!help");
            assertThat(deliver(atlas, slack, said, Duration.ofMinutes(6), 0)).isEqualTo(403);
            String body = said.toString();
            String timestamp = Long.toString(clock.instant().getEpochSecond());
            Map<String, String> signed = Map.of(
                    "X-Slack-Request-Timestamp",
                    timestamp,
                    "X-Slack-Signature",
                    SlackServer.signature(timestamp, body));
            HttpResponse<String> other = ServedAtlas.send(
                    atlas.request("POST", "/webhooks/bots/slack", body.replace("!help", "!status"), signed));
            ServedAtlas.refused(403, "webhook.forged", other);
            ServedAtlas.refused(
                    403,
                    "webhook.forged",
                    ServedAtlas.send(atlas.request("POST", "/webhooks/bots/slack", body, Map.of())));
            assertThat(slack.posted()).isEmpty();
            assertThat(deliver(atlas, slack, said)).isEqualTo(200);
            assertThat(posted(slack, 1)).hasSize(1);
        });
    }

    private HttpResponse<String> challenge(ServedAtlas atlas) throws Exception {
        String body = "{\"type\":\"url_verification\",\"challenge\":\"say this\"}";
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return ok(
                200,
                ServedAtlas.send(atlas.request(
                        "POST",
                        "/webhooks/bots/slack",
                        body,
                        Map.of(
                                "X-Slack-Request-Timestamp",
                                timestamp,
                                "X-Slack-Signature",
                                SlackServer.signature(timestamp, body)))));
    }
}
