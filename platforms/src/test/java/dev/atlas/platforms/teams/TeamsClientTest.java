package dev.atlas.platforms.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Kind;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.Document;
import dev.atlas.platforms.markup.TeamsCard;
import dev.atlas.platforms.markup.TeamsCards;
import dev.atlas.platformwire.Said;
import dev.atlas.platformwire.TeamsServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activities are read, and answered on a server that behaves as Bot Framework's reference says. */
@Timeout(60)
class TeamsClientTest {

    private final TeamsServer server = TeamsServer.start();
    private final PlatformHttp http = new PlatformHttp();
    private final TeamsClient client = client(TeamsServer.PASSWORD);

    private TeamsClient client(String password) {
        return new TeamsClient(
                http,
                new TeamsAccess(server.metadata(), server.tokens(), TeamsServer.APP, password),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private static Optional<TeamsActivity> read(String body) {
        return TeamsActivities.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static InboundMessage said(ObjectNode activity) {
        return Objects.requireNonNull(read(activity.toString()).orElseThrow().message());
    }

    private static PlatformProblem problem(ThrowingCallable call) {
        PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.toString()).doesNotContain("token-").doesNotContain("pass");
        return Objects.requireNonNull(failure).problem();
    }

    @Test
    void allOfAMessageIsRead() {
        InboundMessage message = said(server.says("29:1", "a:1", "hi"));
        assertThat(message.text()).isEqualTo("hi");
        assertThat(message.kind()).isEqualTo(Kind.DIRECT);
        assertThat(message.sender()).isEqualTo(new InboundMessage.Sender("29:1", null, "Name 29:1"));
        assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(message.serviceAddress()).isEqualTo(server.service());
        assertThat(message.addressed()).isTrue();
    }

    @Test
    void theNameOfTheBotIsNoPartOfWhatIsSaid() {
        InboundMessage message = said(server.mentions("29:1", "19:1@thread.tacv2", "help"));
        assertThat(message.text()).isEqualTo("help");
        assertThat(message.kind()).isEqualTo(Kind.GROUP);
        assertThat(message.addressed()).isTrue();
    }

    @Test
    void theSameActivityIsTheSameUpdate() {
        ObjectNode activity = server.says("29:1", "a:1", "hi");
        ObjectNode elsewhere =
                server.says("29:1", "a:2", "hi").put("id", activity.path("id").asText());
        assertThat(said(activity).updateId()).isEqualTo(said(activity).updateId());
        assertThat(said(activity).updateId()).isNotEqualTo(said(elsewhere).updateId());
    }

    @Test
    void whatNobodySaidToItIsIgnored() {
        for (ObjectNode activity : List.of(
                server.says("29:1", "a:1", "x").put("type", "conversationUpdate"),
                server.says("29:1", "a:1", "x").put("timestamp", "soon"),
                server.says("28:" + TeamsServer.APP, "a:1", "x"),
                server.says("29:1", "", "x"))) {
            assertThat(read(activity.toString()).orElseThrow().message()).isNull();
        }
        assertThat(said(server.says("29:1", "a:1", "")).text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"type\":\"message\"}", "{\"type\":7,\"channelId\":\"x\"}"})
    void whatIsNoActivityIsNone(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void longAnswersArriveAsCards() {
        InboundMessage message = said(server.says("29:1", "a:1", "go on"));
        List<TeamsCard> cards = TeamsCards.of(Document.of("# a\n\n" + "wörd \"x\" ".repeat(9000)));
        for (TeamsCard card : cards) {
            client.reply(server.service(), message.conversation(), message.messageId(), card);
        }
        client.sendTyping(server.service(), message.conversation());

        assertThat(cards).hasSizeGreaterThan(2);
        assertThat(server.posted()).hasSize(cards.size() + 1);
        assertThat(server.posted()
                        .getFirst()
                        .path("attachments")
                        .path(0)
                        .path("content")
                        .path("version")
                        .asText())
                .isEqualTo("1.4");
        assertThat(server.posted().getLast().path("type").asText()).isEqualTo("typing");
        assertThat(server.asked().stream().filter(asked -> asked.path().equals("/token")))
                .hasSize(1);
    }

    @Test
    void aTokenThatIsOldIsAskedForAgain() {
        server.says("29:1", "a:1", "hi");
        client.sendTyping(server.service(), "a:1");
        server.forgetTokens();
        client.sendTyping(server.service(), "a:1");

        assertThat(server.posted()).hasSize(2);
    }

    @Test
    void eachCauseIsOneProblem() {
        server.says("29:1", "a:1", "hi");
        server.next(
                "/emea",
                Said.json(429, "{}").with("Retry-After", "17"),
                Said.json(403, "{}"),
                Said.json(400, "{}"),
                Said.json(502, "{}"));
        List<PlatformProblem> problems = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            problems.add(problem(() -> client.sendTyping(server.service(), "a:1")));
        }

        assertThat(problems)
                .containsExactly(
                        new PlatformProblem.RateLimited(Duration.ofSeconds(17)),
                        new PlatformProblem.RecipientGone(),
                        new PlatformProblem.RequestRefused(),
                        new PlatformProblem.Fault());
        assertThat(problem(() -> client.sendTyping(server.service(), "a:9")))
                .isEqualTo(new PlatformProblem.RecipientGone());
        assertThat(problem(() -> client("wrong").check())).isEqualTo(new PlatformProblem.TokenRefused());
        assertThat(server.posted()).isEmpty();
        assertThat(new TeamsAccess(server.metadata(), server.tokens(), "app", "pass").toString())
                .doesNotContain("pass");
    }
}
