package dev.atlas.platforms.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.Document;
import dev.atlas.platforms.markup.TelegramMarkup;
import dev.atlas.platforms.markup.TelegramMessage;
import dev.atlas.platformwire.Said;
import dev.atlas.platformwire.TelegramSent;
import dev.atlas.platformwire.TelegramServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client against a server that behaves as Telegram's reference says. */
@Timeout(60)
class TelegramClientTest {

    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void saysWhoItIs() {
        assertThat(bot.client.getMe()).isEqualTo(new TelegramBot(110201543L, "atlas_bot", "Atlas"));
    }

    @Test
    void updatesAreToldUntilTheNextOnesAreAskedFor() {
        long first = bot.server.says(1, "one");
        long second = bot.server.says(1, "two");

        assertThat(ids(bot.updates(0))).containsExactly(first, second);
        assertThat(ids(bot.updates(0))).containsExactly(first, second);
        assertThat(ids(bot.updates(first))).containsExactly(second);
        assertThat(bot.server.pending()).containsExactly(second);
        assertThat(bot.updates(second)).isEmpty();
        assertThat(bot.server.pending()).isEmpty();
    }

    private static List<Long> ids(List<TelegramUpdate> updates) {
        return updates.stream().map(TelegramUpdate::id).toList();
    }

    @Test
    void aLongPollEndsWhenSomethingIsSaid() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<TelegramUpdate>> updates =
                    threads.submit(() -> bot.client.getUpdates(0, Duration.ofSeconds(30), TelegramServer.BOT));
            while (bot.server.asked().isEmpty()) {
                Thread.onSpinWait();
            }
            long id = bot.server.says(1, "hello");

            assertThat(ids(updates.get())).containsExactly(id);
        }
    }

    @Test
    void aLongPollEndsWhenNobodyWantsItAnyMore() throws Exception {
        List<PlatformProblem> problems = Collections.synchronizedList(new ArrayList<>());
        Thread asking = Thread.ofVirtual()
                .start(() -> problems.add(
                        Bot.problem(() -> bot.client.getUpdates(0, Duration.ofSeconds(50), TelegramServer.BOT))));
        while (bot.server.asked().isEmpty()) {
            Thread.onSpinWait();
        }
        asking.interrupt();
        asking.join();

        assertThat(problems).containsExactly(new PlatformProblem.Cancelled());
    }

    @Test
    void whoeverAsksSecondEndsTheFirst() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PlatformProblem> first = threads.submit(
                    () -> Bot.problem(() -> bot.client.getUpdates(0, Duration.ofSeconds(30), TelegramServer.BOT)));
            while (bot.server.asked().isEmpty()) {
                Thread.onSpinWait();
            }
            while (!first.isDone()) {
                bot.updates(0);
            }
            assertThat(first.get()).isEqualTo(new PlatformProblem.Taken());
        }
    }

    @Test
    void nothingIsAskedForWhileThereIsAWebhook() {
        bot.client.setWebhook(URI.create("https://atlas.example/webhooks/bots/telegram"), "secret", 10);
        bot.server.says(1, "one");

        assertThat(Bot.problem(() -> bot.updates(0))).isEqualTo(new PlatformProblem.Taken());
        assertThat(bot.client.getWebhookInfo())
                .isEqualTo(new TelegramWebhook("https://atlas.example/webhooks/bots/telegram", 1, null, null));
        bot.client.deleteWebhook();
        assertThat(bot.updates(0)).hasSize(1);
    }

    @Test
    void aWebhookIsToldWithTheSecretAlsoTwiceAndInAnotherOrder() throws Exception {
        List<String> secrets = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            secrets.add(exchange.getRequestHeaders().getFirst(TelegramSecret.HEADER));
            byte[] body = exchange.getRequestBody().readAllBytes();
            told.add(
                    TelegramUpdates.read(body, TelegramServer.BOT).orElseThrow().id());
            exchange.sendResponseHeaders(told.size() == 4 ? 500 : 200, -1);
            exchange.close();
        });
        webhook.start();
        try {
            bot.client.setWebhook(
                    URI.create("http://127.0.0.1:" + webhook.getAddress().getPort() + "/"), "s3cret_", 1);
            long first = bot.server.says(1, "one");
            long second = bot.server.says(1, "two");
            long third = bot.server.says(1, "three");

            assertThat(bot.server.deliver(List.of(second, first, second, third)))
                    .containsExactly(200, 200, 200, 500);
            assertThat(bot.server.pending()).containsExactly(third);
            assertThat(bot.client.getWebhookInfo().lastError()).contains("500");
            assertThat(bot.server.deliver()).containsExactly(200);
            assertThat(told).containsExactly(second, first, second, third, third);
            assertThat(secrets).allMatch(given -> TelegramSecret.matches("s3cret_", given));
        } finally {
            webhook.stop(0);
        }
    }

    @Test
    void aLongAnswerArrivesWhole() {
        bot.server.says(7, "go on");
        String answer = "**" + "word ".repeat(3000).strip() + "**\n\n```\n" + "a < b & c\n".repeat(2000) + "```";
        for (TelegramMessage message : TelegramMarkup.of(Document.of(answer))) {
            bot.client.sendMessage(Bot.chat(7), message, "1");
        }

        assertThat(bot.server.sent()).allMatch(sent -> sent.parseMode().equals("HTML") && sent.replyTo() == 1);
        String arrived = String.join(
                " ", bot.server.sent().stream().map(TelegramSent::text).toList());
        assertThat(arrived.split("word", -1)).hasSize(3001);
        assertThat(arrived.split("a < b & c", -1)).hasSize(2001);
    }

    @Test
    void whatTelegramDoesNotUnderstandIsSentPlain() {
        bot.server.says(7, "hi");
        String id = bot.client.sendMessage(Bot.chat(7), new TelegramMessage("<b>a < b", "a < b"), null);

        assertThat(bot.server.sent()).containsExactly(new TelegramSent(7, Long.parseLong(id), "a < b", "", 0));
    }

    @Test
    void showsThatItWritesAndThatAButtonWorked() {
        bot.server.says(7, "hi");
        bot.client.sendTyping(Bot.chat(7));
        bot.client.answerCallbackQuery("42");

        assertThat(bot.server.asked().stream().map(asked -> asked.json().toString()))
                .containsExactly("{\"chat_id\":7,\"action\":\"typing\"}", "{\"callback_query_id\":\"42\"}");
    }

    @Test
    void eachCauseIsOneProblem() {
        bot.server.says(7, "hi");
        bot.server.blocks(7);
        bot.server.says(8, "hi");
        bot.server.next(
                "sendMessage",
                TelegramServer.tooMany(17),
                TelegramServer.refusal(500, "Internal Server Error"),
                Said.json(502, "<html>"),
                Said.json(200, "<html>"),
                Said.json(302, "").with("Location", "http://127.0.0.1:1/"),
                Said.json(200, "{\"ok\":true,").ending(Said.Ending.CUT),
                Said.json(
                        400,
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a supergroup"
                                + " chat\",\"parameters\":{\"migrate_to_chat_id\":-10012}}"));

        assertThat(problems(8, 7))
                .containsExactly(
                        new PlatformProblem.RateLimited(Duration.ofSeconds(17)),
                        new PlatformProblem.Fault(),
                        new PlatformProblem.Fault(),
                        new PlatformProblem.Unreadable(),
                        new PlatformProblem.Unreachable(),
                        new PlatformProblem.Fault(),
                        new PlatformProblem.RecipientMoved("-10012"));
        assertThat(problems(7, 1)).containsExactly(new PlatformProblem.RecipientGone());
        assertThat(problems(9, 1)).containsExactly(new PlatformProblem.RecipientGone());
        assertThat(Bot.problem(() -> bot.send(8, " "))).isEqualTo(new PlatformProblem.RequestRefused());
        assertThat(Bot.problem(
                        () -> bot.client("1:wrong", Duration.ofSeconds(5)).getMe()))
                .isEqualTo(new PlatformProblem.TokenRefused());
        assertThat(bot.server.sent()).isEmpty();
    }

    private List<PlatformProblem> problems(long chat, int times) {
        List<PlatformProblem> problems = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            problems.add(Bot.problem(() -> bot.send(chat, "hello")));
        }
        return problems;
    }

    @Test
    void moreThanIsAllowedIsRefusedForAWhile() {
        bot.server.says(7, "hi");
        bot.server.allows(2, Duration.ofMinutes(1));
        bot.send(7, "one");
        bot.send(7, "two");

        assertThat(Bot.problem(() -> bot.send(7, "three")))
                .isInstanceOfSatisfying(PlatformProblem.RateLimited.class, limited -> assertThat(limited.pause())
                        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
        assertThat(bot.server.sent()).hasSize(2);
    }

    @Test
    void itIsKnownWhetherAMessageMayHaveArrived() throws Exception {
        bot.server.says(7, "hi");
        bot.server.next("sendMessage", Said.json(200, "").ending(Said.Ending.SILENT));
        TelegramClient hasty = bot.client(TelegramServer.TOKEN, Duration.ofMillis(200));
        PlatformProblem late = Bot.problem(() -> hasty.sendMessage(Bot.chat(7), new TelegramMessage("a", "a"), null));
        assertThat(late).isEqualTo(new PlatformProblem.TimedOut());
        assertThat(late.nothingDone()).isFalse();

        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (PlatformHttp http = new PlatformHttp()) {
            TelegramAccess away = new TelegramAccess(URI.create("http://127.0.0.1:" + nobody), TelegramServer.TOKEN);
            PlatformProblem unreachable = Bot.problem(() -> new TelegramClient(http, away).getMe());
            assertThat(unreachable).isEqualTo(new PlatformProblem.Unreachable());
            assertThat(unreachable.nothingDone()).isTrue();
        }
    }

    @Test
    void aTokenIsNoPathAndIsNotShown() {
        assertThatThrownBy(() -> new TelegramAccess(bot.server.address(), "1:a/../b"))
                .isInstanceOf(PlatformFailure.class);
        assertThat(new TelegramAccess(bot.server.address(), TelegramServer.TOKEN).toString())
                .doesNotContain(TelegramServer.TOKEN);
    }

    @Test
    void aPictureHasNoText() {
        bot.server.shows(7);
        InboundMessage message =
                Objects.requireNonNull(bot.updates(0).getFirst().message());
        assertThat(message.text()).isNull();
        assertThat(message.addressed()).isTrue();
    }
}
