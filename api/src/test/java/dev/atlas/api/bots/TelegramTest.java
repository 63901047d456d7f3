package dev.atlas.api.bots;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.application.bots.BotMessageRetention;
import dev.atlas.application.bots.platform.BotPolling;
import dev.atlas.contract.Await;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.platformwire.TelegramSent;
import dev.atlas.platformwire.TelegramServer;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole conversations over Telegram's webhook, on each engine. */
class TelegramTest {

    private static final String WEBHOOK = "/webhooks/bots/telegram";
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long ANN = 7;
    private static final long EVE = 8;
    private static final long GROUP = -500;

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    private interface Story {
        void tell(ServedAtlas atlas, TelegramServer telegram) throws Exception;
    }

    /** Atlas with a bot on Telegram that is set up, and answers. */
    private void on(String engine, Story story) throws Exception {
        try (TelegramServer telegram = TelegramServer.start();
                ServedAtlas atlas = ServedAtlas.over(
                        ServedAtlas.open(ServedAtlas.place(engine, folder)),
                        clock,
                        folder,
                        Map.of("ATLAS_BOTS_TELEGRAM_URL", telegram.address().toString()))) {
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            atlas.add("ann", "member");
            HttpResponse<String> set =
                    ok(201, atlas.send("admin", "PUT", "/bots/platforms/telegram", setup(atlas, TelegramServer.TOKEN)));
            assertThat(text(set, "healthy")).isEqualTo("true");
            assertThat(text(set, "bot_name")).isEqualTo(TelegramServer.BOT);
            assertThat(text(set, "registered_url")).endsWith(WEBHOOK);
            assertThat(set.body()).doesNotContain(TelegramServer.TOKEN);
            atlas.atlas().botService().answering().begin();
            story.tell(atlas, telegram);
        }
    }

    private static String setup(ServedAtlas atlas, String token) {
        return "{\"token\":\"%s\",\"webhook_url\":\"http://127.0.0.1:%d/api/v1%s\"}"
                .formatted(token, atlas.uri().getPort(), WEBHOOK);
    }

    private static void link(ServedAtlas atlas, TelegramServer telegram) throws Exception {
        String code = text(ok(200, atlas.post("ann", "/bots/links/telegram/codes", "")), "code");
        telegram.says(ANN, "/link@atlas_bot " + code);
        assertThat(telegram.deliver()).containsOnly(200);
        heard(telegram, 1);
    }

    /** What arrived, once it is so much. */
    private static List<TelegramSent> heard(TelegramServer telegram, int messages) {
        Await.until(SOON, () -> telegram.sent().size() >= messages, () -> "only these arrived: " + telegram.sent());
        return telegram.sent();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void somebodyProvesWhoTheyAreAndTalks(String engine) throws Exception {
        on(engine, (atlas, telegram) -> {
            telegram.says(ANN, "Is host one up?");
            telegram.deliver();
            assertThat(heard(telegram, 1).getFirst().text()).contains("I do not know who you are");

            String code = text(ok(200, atlas.post("ann", "/bots/links/telegram/codes", "")), "code");
            telegram.says(ANN, "/link@atlas_bot " + code);
            telegram.deliver();
            assertThat(heard(telegram, 2).get(1).text()).contains("You are ann in Atlas now");

            atlas.models().says(Said.text("It **is** up & <well>. " + "Ten words more. ".repeat(400)));
            telegram.says(ANN, "@triage Is host one up?");
            telegram.deliver();
            List<TelegramSent> answer = heard(telegram, 4).subList(2, 4);
            assertThat(answer)
                    .allMatch(part ->
                            part.text().length() <= 4096 && part.parseMode().equals("HTML"));
            assertThat(answer.getFirst().text()).startsWith("It is up & <well>. Ten words more.");
            assertThat(answer.getFirst().replyTo()).isPositive();

            HttpResponse<String> conversations = ok(200, atlas.get("admin", "/bots/conversations?platform=telegram"));
            assertThat(conversations.body()).contains("\"agent\":\"triage\"", "\"conversation\":\"7\"");
            String id = firstId(conversations);
            assertThat(ok(200, atlas.get("admin", "/bots/conversations/" + id + "/messages"))
                            .body())
                    .contains("\"direction\":\"inbound\"", "\"direction\":\"outbound\"", "@triage Is host one up?");
            assertThat(ok(200, atlas.get("ann", "/me/usage/records")).body()).contains("triage");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatWasSaidIsTheirsToSeeAndToHaveForgotten(String engine) throws Exception {
        on(engine, (atlas, telegram) -> {
            link(atlas, telegram);
            telegram.says(ANN, "/status");
            telegram.deliver();
            heard(telegram, 2);
            String account = firstId(ok(200, atlas.get("ann", "/bots/links")));
            String conversations = "/bots/links/" + account + "/conversations";
            String one = "/bots/links/conversations/" + firstId(ok(200, atlas.get("ann", conversations)));
            assertThat(ok(200, atlas.get("ann", one + "/messages")).body())
                    .contains("\"content\":\"/status\"", "You are **ann** in Atlas.");
            atlas.add("ben", "member");
            refused(404, "bot_account.not_found", atlas.get("ben", conversations));
            refused(404, "bot_conversation.not_found", atlas.get("ben", one + "/messages"));
            refused(404, "bot_conversation.not_found", atlas.send("ben", "DELETE", one, ""));

            ok(204, atlas.send("ann", "DELETE", one, ""));
            refused(404, "bot_conversation.not_found", atlas.get("ann", one + "/messages"));
            assertThat(ok(200, atlas.get("admin", "/audit?action=bot_conversation.removed"))
                            .body())
                    .contains("bot_conversation.removed");

            telegram.says(ANN, "/help");
            telegram.deliver();
            heard(telegram, 3);
            BotMessageRetention retention = atlas.atlas().bots().retention();
            assertThat(retention.sweep(Duration.ofDays(30))).isZero();
            clock.move(Duration.ofDays(31));
            assertThat(retention.sweep(Duration.ofDays(30))).isEqualTo(2);
            assertThat(retention.sweep(Duration.ofDays(30))).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whoeverAnAdministratorMovesIsTold(String engine) throws Exception {
        on(engine, (atlas, telegram) -> {
            link(atlas, telegram);
            atlas.add("ben", "member");
            String ben = text(ok(200, atlas.get("ben", "/me")), "id");
            String moved =
                    "{\"user_id\":\"" + ben + "\",\"platform\":\"telegram\",\"platform_user_id\":\"7\",\"move\":true}";
            ok(201, atlas.post("admin", "/bots/accounts", moved));
            assertThat(heard(telegram, 2).get(1).text())
                    .isEqualTo("An administrator of Atlas says that you are ben there now, and not ann any more."
                            + " If that is wrong, tell them.");
            telegram.says(ANN, "/status");
            telegram.deliver();
            assertThat(heard(telegram, 3).get(2).text()).contains("You are ben in Atlas.");
        });
    }

    private static String firstId(HttpResponse<String> list) {
        return list.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatComesTwiceOrNotFromTelegramChangesNothing(String engine) throws Exception {
        on(engine, (atlas, telegram) -> {
            link(atlas, telegram);
            long status = telegram.says(ANN, "/status");
            telegram.deliver();
            heard(telegram, 2);
            assertThat(telegram.deliver(List.of(status, status))).containsExactly(200, 200);

            String body = "{\"update_id\":900,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/status\","
                    + "\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7,\"is_bot\":false}}}";
            refused(403, "webhook.forged", stranger(atlas, WEBHOOK, body));
            refused(403, "webhook.forged", stranger(atlas, WEBHOOK, body, SECRET, "guessed"));
            String secret = atlas.storage().read((Repositories from) -> atlas.atlas()
                    .identity()
                    .secrets()
                    .value(from, new SecretName("bot.telegram.secret"))
                    .orElseThrow());
            ok(422, stranger(atlas, WEBHOOK, body.substring(0, body.length() / 2), SECRET, secret));
            refused(404, "bot.not_configured", stranger(atlas, "/webhooks/bots/slack", body));

            telegram.shows(ANN);
            telegram.saysIn(GROUP, ANN, "Nothing for the bot.");
            telegram.saysIn(GROUP, ANN, "/status@atlas_bot");
            telegram.deliver();
            List<TelegramSent> heard = heard(telegram, 4);
            assertThat(heard).hasSize(4);
            assertThat(heard).filteredOn(sent -> sent.chat() == GROUP).hasSize(1);
            assertThat(heard).anyMatch(sent -> sent.text().contains("I can read text only"));

            ok(200, atlas.post("admin", "/bots/platforms/telegram/disable", ""));
            telegram.says(ANN, "/status");
            assertThat(telegram.deliver()).containsExactly(404);
            ok(200, atlas.post("admin", "/bots/platforms/telegram/enable", ""));
            assertThat(telegram.deliver()).containsExactly(200);
            assertThat(heard(telegram, 5)).hasSize(5);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void withoutAWebhookItAsksAndMissesNothingThatWasSaidBefore(String engine) throws Exception {
        on(engine, (atlas, telegram) -> {
            link(atlas, telegram);
            ok(200, atlas.send("admin", "PUT", "/bots/platforms/telegram", "{}"));
            telegram.says(ANN, "/status");
            telegram.saysIn(GROUP, ANN, "Nothing for the bot.");
            telegram.says(ANN, "/status");
            BotPolling polling = atlas.atlas().botService().polling();
            assertThat(polling.ask(BotPlatform.TELEGRAM, Duration.ZERO)).isTrue();
            assertThat(heard(telegram, 3)).hasSize(3);
            assertThat(polling.ask(BotPlatform.TELEGRAM, Duration.ZERO)).isTrue();
            assertThat(telegram.pending()).as("they are known to be stored").isEmpty();
            telegram.says(ANN, "/status");
            try (BotPolling asking = polling) {
                asking.begin(List.of(BotPlatform.TELEGRAM));
                assertThat(heard(telegram, 4)).hasSize(4);
            }
            ok(200, atlas.send("admin", "PUT", "/bots/platforms/telegram", setup(atlas, TelegramServer.TOKEN)));
            assertThat(polling.ask(BotPlatform.TELEGRAM, Duration.ZERO)).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aBotThatIsSetUpWronglyTellsWhy(String engine) throws Exception {
        on(engine, (atlas, telegram) -> {
            HttpResponse<String> set =
                    ok(200, atlas.send("admin", "PUT", "/bots/platforms/telegram", setup(atlas, "110201543:wrong")));
            assertThat(text(set, "healthy")).isEqualTo("false");
            assertThat(text(set, "error")).isEqualTo("platform.token_refused");
            ok(403, atlas.get("ann", "/bots/platforms"));
            ok(422, atlas.send("admin", "PUT", "/bots/platforms/telegram", "{\"webhook_url\":\"ftp://here\"}"));
            assertThat(ok(200, atlas.get("admin", "/bots/platforms")).body())
                    .contains("\"telegram\"", "\"slack\"", "\"teams\"")
                    .doesNotContain("110201543");
            telegram.says(EVE, "/start");
            assertThat(telegram.deliver())
                    .as("what comes is taken all the same")
                    .containsExactly(200);
        });
    }

    private static HttpResponse<String> stranger(ServedAtlas atlas, String path, String body, String... headers)
            throws Exception {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return ServedAtlas.send(atlas.request("POST", path, body, all));
    }
}
