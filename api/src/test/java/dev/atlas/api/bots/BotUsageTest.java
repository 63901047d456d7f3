package dev.atlas.api.bots;

import static dev.atlas.api.ServedAtlas.json;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.bots.platform.BotUsage;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bots are used for, over real HTTP on each engine. */
class BotUsageTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ChatUsage PRICED = new ChatUsage(100, 50, new BigDecimal("0.000000000000000001"));
    private static final ChatUsage UNPRICED = new ChatUsage(7, 3, null);

    @TempDir
    private Path folder;

    private final StillClock clock = new StillClock();

    private ServedAtlas served(String engine) {
        return ServedAtlas.over(ServedAtlas.open(ServedAtlas.place(engine, folder)), clock, folder, Map.of());
    }

    /** Three accounts; of Ann's on Telegram something was said in the last hour and long ago, of Ben's on Slack yesterday. */
    private void fill(ServedAtlas atlas) throws Exception {
        Id<User> ann = new Id<>(UUID.fromString(atlas.add("ann", "member")));
        Id<User> ben = new Id<>(UUID.fromString(atlas.add("ben", "member")));
        Instant now = clock.instant();
        Instant yesterday = now.minus(Duration.ofHours(25));
        atlas.storage().write(to -> {
            BotAccount telegram = account(to, ann, BotPlatform.TELEGRAM, "1");
            BotAccount slack = account(to, ben, BotPlatform.SLACK, "U2");
            account(to, ben, BotPlatform.SLACK, "U3");
            BotConversation old = conversation(to, telegram, "old", now.minus(Duration.ofDays(40)));
            BotConversation lab = conversation(to, telegram, "lab", now);
            BotConversation team = conversation(to, slack, "team", yesterday);
            said(to, old, null, null, null, now.minus(Duration.ofDays(40)));
            said(to, lab, null, null, null, now);
            said(to, lab, "triage", PRICED, null, now);
            said(to, lab, "triage", PRICED, "platform.recipient_gone", now.minus(HOUR.multipliedBy(23)));
            said(to, team, null, null, null, yesterday);
            said(to, team, "ops", UNPRICED, null, yesterday);
            return true;
        });
    }

    private BotAccount account(Repositories to, Id<User> user, BotPlatform platform, String name) {
        Instant now = clock.instant();
        return to.botAccounts()
                .add(new BotAccount(new Id<>(UUID.randomUUID()), user, platform, name, name, now, now, 0));
    }

    private static BotConversation conversation(Repositories to, BotAccount account, String name, Instant at) {
        return to.botConversations()
                .add(new BotConversation(
                        BotConversation.id(account.id(), name),
                        account.platform(),
                        name,
                        account.id(),
                        null,
                        null,
                        at,
                        at,
                        0));
    }

    /** By a user if no agent is named. */
    private static void said(
            Repositories to,
            BotConversation where,
            @Nullable String agent,
            @Nullable ChatUsage usage,
            @Nullable String error,
            Instant at) {
        BotMessage message = to.botMessages()
                .add(new BotMessage(
                        new Id<>(UUID.randomUUID()),
                        where.id(),
                        agent == null ? BotDirection.INBOUND : BotDirection.OUTBOUND,
                        "text",
                        null,
                        agent,
                        new Json.Arr(List.of()),
                        usage,
                        null,
                        error,
                        at,
                        0));
        to.botRollups().count(BotRollup.of(where.platform(), List.of(message)));
    }

    private static String shown(HttpResponse<String> answer) {
        Json.Obj body = json(answer);
        return List.of(
                                "total_messages",
                                "inbound_messages",
                                "outbound_messages",
                                "total_conversations",
                                "total_linked_accounts",
                                "total_input_tokens",
                                "total_output_tokens",
                                "total_cost_usd",
                                "unpriced_messages",
                                "failed_messages")
                        .stream()
                        .map(member -> ServedAtlas.text(answer, member))
                        .toList()
                + " "
                + parts(body, "by_platform", "platform")
                + " "
                + parts(body, "by_agent", "agent");
    }

    private static List<String> parts(Json.Obj body, String list, String name) {
        return items(body, list).stream()
                .map(part -> member(part, name) + " " + member(part, "total_messages"))
                .toList();
    }

    private static List<Json.Obj> items(Json.Obj body, String list) {
        return ((Json.Arr) Objects.requireNonNull(body.members().get(list)))
                .items().stream().map(Json.Obj.class::cast).toList();
    }

    private static String member(Json.Obj of, String name) {
        Json value = of.members().get(name);
        return value == null ? "-" : value instanceof Json.Str text ? text.value() : value.text();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void figuresAreOfTheDaysAndThePlatformAskedFor(String engine) throws Exception {
        try (ServedAtlas atlas = served(engine)) {
            fill(atlas);
            assertThat(shown(ok(200, atlas.get("admin", "/bots/usage"))))
                    .isEqualTo("[5, 2, 3, 2, 3, 207, 103, 0.000000000000000002, 1, 1]"
                            + " [telegram 3, slack 2, teams 0] [- 2, triage 2, ops 1]");
            assertThat(shown(ok(200, atlas.get("admin", "/bots/usage?days=1"))))
                    .isEqualTo("[3, 1, 2, 1, 3, 200, 100, 0.000000000000000002, 0, 1]"
                            + " [telegram 3, slack 0, teams 0] [triage 2, - 1]");
            assertThat(shown(ok(200, atlas.get("admin", "/bots/usage?days=365&platform=slack"))))
                    .isEqualTo("[2, 1, 1, 1, 2, 7, 3, 0, 1, 0] [slack 2] [- 1, ops 1]");
            assertThat(shown(ok(200, atlas.get("admin", "/bots/usage?days=41&platform=telegram"))))
                    .isEqualTo("[4, 2, 2, 2, 1, 200, 100, 0.000000000000000002, 0, 1] [telegram 4] [- 2, triage 2]");
            assertThat(shown(ok(200, atlas.get("admin", "/bots/usage?platform=teams"))))
                    .isEqualTo("[0, 0, 0, 0, 0, 0, 0, 0, 0, 0] [teams 0] []");
            BotUsage onTheMachine = atlas.atlas().botService().statistics().usage(30, null);
            assertThat(onTheMachine.figures().messages()).isEqualTo(5);
            ok(400, atlas.get("admin", "/bots/usage?days=0"));
            ok(400, atlas.get("admin", "/bots/usage?days=366"));
            ok(400, atlas.get("admin", "/bots/usage?platform=irc"));
            refused(403, "permission.missing", atlas.get("ann", "/bots/usage"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void listsTellWhatBelongsToWhatTheyShow(String engine) throws Exception {
        try (ServedAtlas atlas = served(engine)) {
            fill(atlas);
            assertThat(items(json(ok(200, atlas.get("admin", "/bots/platforms"))), "items"))
                    .extracting(each -> member(each, "platform") + " " + member(each, "messages_24h") + " "
                            + member(each, "linked_accounts"))
                    .containsExactly("telegram 3 1", "slack 0 2", "teams 0 0");
            HttpResponse<String> telegram = ok(200, atlas.get("admin", "/bots/platforms/telegram"));
            assertThat(ServedAtlas.text(telegram, "messages_24h")).isEqualTo("3");
            assertThat(ServedAtlas.text(telegram, "linked_accounts")).isEqualTo("1");

            assertThat(items(json(ok(200, atlas.get("admin", "/bots/conversations"))), "items"))
                    .extracting(each -> member(each, "conversation") + " " + member(each, "username"))
                    .containsExactly("lab ann", "team ben", "old ann");
            List<Json.Obj> accounts = items(json(ok(200, atlas.get("admin", "/bots/accounts"))), "items");
            assertThat(accounts)
                    .extracting(each -> member(each, "platform_user_id")
                            + (member(each, "last_message_at").equals("-") ? " never" : " spoke"))
                    .containsExactlyInAnyOrder("1 spoke", "U2 spoke", "U3 never");

            List<Json.Obj> own = items(json(ok(200, atlas.get("ann", "/bots/links"))), "items");
            assertThat(own).hasSize(1);
            String id = member(own.getFirst(), "id");
            List<Json.Obj> conversations =
                    items(json(ok(200, atlas.get("ann", "/bots/links/" + id + "/conversations"))), "items");
            assertThat(conversations)
                    .extracting(each -> member(each, "conversation") + " " + member(each, "username"))
                    .containsExactly("lab ann", "old ann");
            assertThat(member(conversations.getFirst(), "user_id")).isEqualTo(member(own.getFirst(), "user_id"));
            assertThat(member(own.getFirst(), "last_message_at"))
                    .as("that of the conversation in which something was said last")
                    .isEqualTo(member(conversations.getFirst(), "last_message_at"));
        }
    }
}
