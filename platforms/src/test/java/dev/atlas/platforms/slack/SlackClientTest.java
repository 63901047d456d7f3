package dev.atlas.platforms.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.Document;
import dev.atlas.platforms.markup.SlackBlocks;
import dev.atlas.platforms.markup.SlackMessage;
import dev.atlas.platformwire.Said;
import dev.atlas.platformwire.SlackPosted;
import dev.atlas.platformwire.SlackServer;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client against a server that behaves as Slack's reference says. */
@Timeout(60)
class SlackClientTest {

    private static final SlackMessage MESSAGE =
            SlackBlocks.of(Document.of("# Hi\n\nall is **well**")).getFirst();

    private final SlackServer server = SlackServer.start();
    private final PlatformHttp http = new PlatformHttp();
    private final SlackClient client = client(SlackServer.BOT_TOKEN, SlackServer.APP_TOKEN);

    private SlackClient client(String bot, String app) {
        return new SlackClient(http, new SlackAccess(server.address(), bot, app));
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private static PlatformProblem problem(ThrowingCallable call) {
        PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.toString()).doesNotContain("xoxb").doesNotContain("xapp");
        return Objects.requireNonNull(failure).problem();
    }

    @Test
    void saysWhoItIs() {
        assertThat(client.authTest()).isEqualTo(new SlackBot("U0BOT", "atlas", "Team"));
        assertThat(client.userInfo("U1")).isEqualTo(new SlackUser("U1", "name.U1", "Name U1"));
        assertThat(new SlackAccess(server.address(), SlackServer.BOT_TOKEN, SlackServer.APP_TOKEN).toString())
                .doesNotContain("xoxb")
                .doesNotContain("xapp");
    }

    @Test
    void longAnswersArriveInTheThread() {
        server.says("U1", "D1", "go on");
        List<SlackMessage> messages = SlackBlocks.of(
                Document.of("## a\n\n" + "word <&> ".repeat(3000) + "\n\n---\n\n```\n" + "x\n".repeat(4000) + "```"));
        for (SlackMessage message : messages) {
            client.postMessage("D1", message, "1700000000.000001");
        }

        assertThat(server.posted()).hasSameSizeAs(messages).allSatisfy(posted -> {
            assertThat(posted.thread()).isEqualTo("1700000000.000001");
            assertThat(posted.blocks().isArray()).isTrue();
        });
    }

    @Test
    void whatSlackDoesNotTakeAsBlocksIsSentAsText() {
        server.says("U1", "D1", "hi");
        String id = client.postMessage("D1", new SlackMessage("[{\"type\":\"else\"}]", "words"), null);

        SlackPosted posted = server.posted().getFirst();
        assertThat(posted.timestamp()).isEqualTo(id);
        assertThat(posted.text()).isEqualTo("words");
        assertThat(posted.blocks().isMissingNode()).isTrue();
    }

    @Test
    void reactionsComeAndGoHoweverOftenTheyAreAskedFor() {
        client.addReaction("C1", "1.000001", "hourglass");
        client.addReaction("C1", "1.000001", "hourglass");
        assertThat(server.reactions()).containsExactly("C1/1.000001/hourglass");
        client.removeReaction("C1", "1.000001", "hourglass");
        client.removeReaction("C1", "1.000001", "hourglass");
        assertThat(server.reactions()).isEmpty();
    }

    @Test
    void eachCauseIsOneProblem() {
        server.says("U1", "D1", "hi");
        server.next(
                "chat.postMessage",
                SlackServer.tooMany(17),
                SlackServer.refusal("token_revoked"),
                SlackServer.refusal("is_archived"),
                SlackServer.refusal("internal_error"),
                SlackServer.refusal("anything_else"),
                Said.json(503, ""),
                Said.json(200, "<html>"),
                Said.json(404, "<html>"));
        List<PlatformProblem> problems = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            problems.add(problem(() -> client.postMessage("D1", MESSAGE, null)));
        }

        assertThat(problems)
                .containsExactly(
                        new PlatformProblem.RateLimited(Duration.ofSeconds(17)),
                        new PlatformProblem.TokenRefused(),
                        new PlatformProblem.RecipientGone(),
                        new PlatformProblem.Fault(),
                        new PlatformProblem.RequestRefused(),
                        new PlatformProblem.Fault(),
                        new PlatformProblem.Unreadable(),
                        new PlatformProblem.Unreachable());
        assertThat(problem(() -> client.postMessage("C9", MESSAGE, null)))
                .isEqualTo(new PlatformProblem.RecipientGone());
        assertThat(problem(() -> client("wrong", "wrong").authTest())).isEqualTo(new PlatformProblem.TokenRefused());
        assertThat(problem(() -> client("a\nb", "wrong").authTest())).isEqualTo(new PlatformProblem.TokenRefused());
        assertThat(server.posted()).isEmpty();
    }

    @Test
    void aSocketTellsEachEventOnceItIsKnownAndIsOpenedAgain() throws Exception {
        LinkedBlockingQueue<SlackEvent> told = new LinkedBlockingQueue<>();
        SlackSocket socket =
                new SlackSocket(http, client, SlackServer.BOT, Duration.ofMillis(1), new SplittableRandom(7));
        Thread listening = Thread.ofVirtual().start(() -> socket.listen(() -> true, told::add));
        Socket first = server.sockets().opened();
        server.sockets().says(first, "{\"type\":\"hello\",\"num_connections\":1}");
        server.sockets().pings(first);
        server.sockets().says(first, envelope("e1", "one"));

        assertThat(server.sockets().heard()).isEqualTo("{\"envelope_id\":\"e1\"}");
        assertThat(text(told)).isEqualTo("one");
        server.sockets().says(first, "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        Socket second = server.sockets().opened();
        server.sockets().says(second, envelope("e2", "two " + "long ".repeat(500)));
        assertThat(server.sockets().heard()).isEqualTo("{\"envelope_id\":\"e2\"}");
        assertThat(text(told)).startsWith("two");
        second.close();
        Socket third = server.sockets().opened();
        server.sockets().says(third, "{\"type\":\"slash_commands\",\"envelope_id\":\"e3\",\"payload\":{}}");
        assertThat(server.sockets().heard()).isEqualTo("{\"envelope_id\":\"e3\"}");
        assertThat(told).isEmpty();
        listening.interrupt();
        listening.join();
    }

    private String envelope(String id, String text) {
        return "{\"type\":\"events_api\",\"envelope_id\":\"" + id + "\",\"payload\":" + server.says("U1", "D1", text)
                + "}";
    }

    private static String text(LinkedBlockingQueue<SlackEvent> told) throws InterruptedException {
        SlackEvent event = Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS));
        return Objects.requireNonNull(((SlackEvent.Said) event).message().text());
    }

    @Test
    void whatTheReceiverDoesNotTakeIsNotAcknowledged() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        SlackSocket socket =
                new SlackSocket(http, client, SlackServer.BOT, Duration.ofMillis(1), new SplittableRandom(7));
        Thread listening = Thread.ofVirtual().start(() -> {
            try {
                socket.listen(() -> true, event -> {
                    throw new IllegalStateException("the store is away");
                });
            } catch (IllegalStateException e) {
                thrown.add(e);
            }
        });
        Socket first = server.sockets().opened();
        server.sockets().says(first, envelope("e1", "one"));
        listening.join();

        assertThat(thrown).hasSize(1);
        assertThat(server.sockets().unheard()).isZero();
    }

    @Test
    void aSocketIsNotOpenedWithAWrongToken() {
        SlackSocket socket = new SlackSocket(http, client(SlackServer.BOT_TOKEN, "wrong"), SlackServer.BOT);
        assertThat(problem(() -> socket.listen(() -> true, event -> {}))).isEqualTo(new PlatformProblem.TokenRefused());
    }
}
