package dev.atlas.api.imports;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.imports.LegacyImportTest.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.contract.legacy.LegacyBotSample;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the predecessor's bots is in Atlas after an import, on every engine. */
class LegacyBotImportTest {

    private static final Page ALL = Page.first(50);

    @TempDir
    private Path folder;

    private interface Story {
        void tell(ServedAtlas atlas, LegacyFile file) throws Exception;
    }

    private void on(String engine, Story story) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                LegacyFile file = LegacyFile.empty(folder.resolve("atlas.sqlite3"))) {
            LegacySample.write(file);
            story.tell(atlas, file);
        }
    }

    private static ImportReport run(ServedAtlas atlas, LegacyFile file, @Nullable String key) {
        return atlas.atlas().imports().legacy().run(new LegacyImportRequest(file.path(), key, "legacy", null, false));
    }

    private static Counts counts(ImportReport report, String table) {
        return report.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private static List<String> subjects(ImportReport report, String code) {
        return report.findings().stream()
                .filter(each -> each.code().equals(code))
                .map(Finding::subjects)
                .findFirst()
                .orElse(List.of());
    }

    private static <R> R read(ServedAtlas atlas, Function<? super Repositories, R> look) {
        return atlas.storage().read(look);
    }

    private static Optional<BotAccount> account(ServedAtlas atlas, BotPlatform platform, String person) {
        return read(atlas, from -> from.botAccounts().of(platform, person));
    }

    private static BotConversation conversation(ServedAtlas atlas, BotAccount account, String place) {
        return read(atlas, from -> from.botConversations()
                .find(BotConversation.id(account.id(), place))
                .orElseThrow());
    }

    /** In their order. */
    private static List<BotMessage> messages(ServedAtlas atlas, BotConversation conversation) {
        return read(atlas, from -> from.botMessages().of(conversation.id(), ALL).items())
                .reversed();
    }

    private static BotConfiguration bot(ServedAtlas atlas, String platform) {
        return read(atlas, from -> from.botConfigurations().find(platform).orElseThrow());
    }

    private static Optional<String> secret(ServedAtlas atlas, String name) {
        return read(atlas, from -> atlas.atlas().identity().secrets().value(from, new SecretName(name)));
    }

    private static List<StoredRecord> everything(ServedAtlas atlas, String kind) {
        return read(atlas, from -> from.records().scan(from.records().kind(kind), null, 10_000));
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void botsAreThereAsTheyWere(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            ImportReport report = run(atlas, file, LegacySample.FERNET_KEY);
            people(atlas, report);
            conversations(atlas, report);
            words(atlas, report);
            bots(atlas, report);
            assertThat(everything(atlas, "usage_records"))
                    .as("what bots were answered is counted once")
                    .hasSize(3);
            for (StoredRecord row : everything(atlas, "legacy_rows")) {
                assertThat(String.valueOf(row.values()))
                        .doesNotContain(
                                LegacyBotSample.SAID, LegacyBotSample.ANSWERED, "ann_of_the_lab", "verification_code");
            }
            assertThat(report.toString()).doesNotContain(LegacyBotSample.SECRETS.toArray(String[]::new));
        });
    }

    private static void people(ServedAtlas atlas, ImportReport report) {
        BotAccount ann =
                account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
        assertThat(ann.userId()).isEqualTo(LegacyImportTest.<User>id(1));
        assertThat(ann.platformUsername()).isEqualTo("ann_of_the_lab");
        assertThat(ann.createdAt()).isEqualTo(Instant.parse("2025-10-19T18:32:26Z"));
        BotAccount bob = account(atlas, BotPlatform.SLACK, LegacyBotSample.BOB).orElseThrow();
        assertThat(bob.userId()).isEqualTo(LegacyImportTest.<User>id(2));
        assertThat(bob.createdAt()).isEqualTo(ann.createdAt());
        assertThat(everything(atlas, "bot_accounts")).hasSize(2);
        assertThat(everything(atlas, "link_codes")).isEmpty();
        assertThat(subjects(report, "link_unfinished"))
                .containsExactly("bot_platform_accounts 2", "bot_platform_accounts 6");
        assertThat(counts(report, "bot_platform_accounts")).isEqualTo(new Counts(8, 4, 0, 0, 4));
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_platform_accounts", "3", "user_id names no user that was taken"),
                        new Quarantined("bot_platform_accounts", "4", "platform must be one of telegram, slack, teams"),
                        new Quarantined("bot_platform_accounts", "7", "platform_user_id is linked by an earlier row"));
        LegacyRow row = read(atlas, from -> from.legacyRows()
                .find(LegacyRow.idOf("legacy", "bot_platform_accounts", "1"))
                .orElseThrow());
        assertThat(row.entity()).as("under its original key").isEqualTo(ann.id().value());
    }

    private static void conversations(ServedAtlas atlas, ImportReport report) {
        BotAccount ann =
                account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
        BotAccount bob = account(atlas, BotPlatform.SLACK, LegacyBotSample.BOB).orElseThrow();
        Id<ChatSession> playground =
                read(atlas, from -> from.chatSessions().ownedBy(id(1), ChatFilter.NONE, ALL).items().stream()
                        .filter(chat -> chat.agent() != null)
                        .findFirst()
                        .orElseThrow()
                        .id());
        BotConversation direct = conversation(atlas, ann, LegacyBotSample.ANN);
        assertThat(direct.agent()).isEqualTo("triage");
        assertThat(direct.sessionId()).isEqualTo(playground);
        assertThat(direct.lastMessageAt()).isEqualTo(Instant.parse("2025-10-19T18:40:00Z"));
        BotConversation thread = conversation(atlas, bob, "C01:1700000000.000100");
        assertThat(thread.agent()).isNull();
        assertThat(thread.sessionId()).isNull();
        assertThat(conversation(atlas, bob, "D01:1700000001.000200").sessionId())
                .as("nobody has the chat of somebody else")
                .isNull();
        assertThat(subjects(report, "agent_unknown")).containsExactly("bot_conversations 2");
        assertThat(subjects(report, "chat_missing")).containsExactly("bot_conversations 2", "bot_conversations 3");
        assertThat(counts(report, "bot_conversations")).isEqualTo(new Counts(6, 3, 0, 0, 3));
        String nobodys = "platform_account_id names no linked account that was taken";
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_conversations", "4", nobodys),
                        new Quarantined("bot_conversations", "5", nobodys),
                        new Quarantined("bot_conversations", "6", "platform is not that of its account"));
    }

    private static void words(ServedAtlas atlas, ImportReport report) {
        BotAccount ann =
                account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
        List<BotMessage> said = messages(atlas, conversation(atlas, ann, LegacyBotSample.ANN));
        assertThat(said)
                .extracting(BotMessage::content, BotMessage::direction, BotMessage::error)
                .containsExactly(
                        tuple(LegacyBotSample.SAID, BotDirection.INBOUND, null),
                        tuple(LegacyBotSample.ANSWERED, BotDirection.OUTBOUND, null),
                        tuple("And host two?", BotDirection.INBOUND, null),
                        tuple("An error occurred.", BotDirection.OUTBOUND, "bot.failed"),
                        tuple("And now?", BotDirection.INBOUND, null));
        assertThat(said).extracting(BotMessage::platformMessageId).containsExactly("m1", "m2", "m3", "m4", "m10");
        assertThat(said.get(1).toolCalls().text()).isEqualTo("[{\"name\":\"caf\u00e9\",\"duration_ms\":12}]");
        assertThat(said.get(1).usage()).as("0 is no cost").isEqualTo(new ChatUsage(10, 5, null));
        assertThat(said.get(1).durationMs()).isEqualTo(900);
        assertThat(said.get(1).agent()).isEqualTo("triage");
        assertThat(said.getFirst().usage()).isNull();
        assertThat(said.get(2).toolCalls().items()).isEmpty();
        BotAccount bob = account(atlas, BotPlatform.SLACK, LegacyBotSample.BOB).orElseThrow();
        assertThat(messages(atlas, conversation(atlas, bob, "C01:1700000000.000100")))
                .extracting(BotMessage::usage)
                .containsExactly(new ChatUsage(0, 7, new BigDecimal("0.25")));
        assertThat(subjects(report, "error_text_left")).containsExactly("bot_messages 4");
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_messages", "5", "conversation_id names no conversation that was taken"),
                        new Quarantined("bot_messages", "6", "direction must be inbound or outbound"),
                        new Quarantined("bot_messages", "8", "tool_calls must be a JSON list"));
    }

    private static void bots(ServedAtlas atlas, ImportReport report) {
        BotConfiguration telegram = bot(atlas, "telegram");
        assertThat(telegram.enabled()).isTrue();
        assertThat(telegram.extra().text()).isEqualTo("{\"webhook_url\":\"(hidden)\",\"limit\":5}");
        assertThat(secret(atlas, "bot.telegram.token")).contains("hello");
        assertThat(secret(atlas, "bot.telegram.secret")).contains("in-clear-webhook");
        assertThat(bot(atlas, "slack").enabled()).isFalse();
        assertThat(secret(atlas, "bot.slack.secret")).isEmpty();
        assertThat(bot(atlas, "teams").enabled()).isFalse();
        assertThat(bot(atlas, "teams").extra().text())
                .isEqualTo("{\"app_id\":\"an-app\",\"app_password\":\"(hidden)\"}");
        assertThat(subjects(report, "bot_incomplete")).containsExactly("slack", "teams");
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_webhook_configs", "4", "platform must be one of telegram, slack, teams"));
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsInAtlasAlreadyStays(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            Id<User> ann = new Id<>(UUID.fromString(atlas.add("ann", "member")));
            Id<BotAccount> linked = link(atlas, ann, BotPlatform.TELEGRAM, LegacyBotSample.ANN);
            Instant now = Instant.parse("2026-11-01T00:00:00Z");
            BotConversation begun = new BotConversation(
                    BotConversation.id(linked, LegacyBotSample.ANN),
                    BotPlatform.TELEGRAM,
                    LegacyBotSample.ANN,
                    linked,
                    "engineer",
                    null,
                    now,
                    now,
                    0);
            BotConfiguration telegram = new BotConfiguration(
                    "telegram", BotPlatform.TELEGRAM, true, "lab_bot", null, Json.Obj.EMPTY, 7, now, now, 0);
            atlas.storage().write(to -> {
                to.botConversations().add(begun);
                return to.botConfigurations().add(telegram);
            });
            ImportReport report = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(bot(atlas, "telegram")).isEqualTo(telegram);
            assertThat(secret(atlas, "bot.telegram.secret")).isEmpty();
            BotAccount account =
                    account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
            assertThat(account.id()).isEqualTo(linked);
            assertThat(account.version()).isZero();
            BotConversation adopted = conversation(atlas, account, LegacyBotSample.ANN);
            assertThat(adopted.agent()).isEqualTo("engineer");
            assertThat(adopted.sessionId()).as("it had none").isNotNull();
            assertThat(messages(atlas, adopted)).hasSize(5);
            assertThat(subjects(report, "adopted"))
                    .contains("bot_platform_accounts 1", "bot_conversations 1", "bot_webhook_configs 1");
            assertThat(run(atlas, file, null).total().updated()).isZero();
        });
    }

    /* The predecessor went on, and so did people here; an earlier Atlas had kept the rows as they were. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatTheFileChangedIsFollowedAndWhatPeopleChangedStaysUntilItsUserGoes(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            for (String key : List.of("1", "5", "77")) {
                former(atlas, "bot_messages", key, "content");
            }
            former(atlas, "bot_platform_accounts", "2", "platform_username");
            Id<User> ben = new Id<>(UUID.fromString(atlas.add("ben", "member")));
            Id<BotAccount> bens = link(atlas, ben, BotPlatform.SLACK, LegacyBotSample.BOB);

            ImportReport first = run(atlas, file, null);
            assertThat(first.quarantined())
                    .contains(
                            new Quarantined(
                                    "bot_platform_accounts",
                                    "5",
                                    "platform_user_id is linked to another user in Atlas"),
                            new Quarantined(
                                    "bot_messages", "9", "conversation_id names no conversation that was taken"));
            assertThat(account(atlas, BotPlatform.SLACK, LegacyBotSample.BOB).map(BotAccount::userId))
                    .contains(ben);
            assertThat(bot(atlas, "telegram").enabled()).as("without a token").isFalse();
            assertThat(subjects(first, "bot_incomplete")).containsExactly("telegram", "slack", "teams");
            assertThat(counts(first, "bot_messages").created()).isEqualTo(5);
            assertThat(everything(atlas, "legacy_rows"))
                    .noneMatch(row -> String.valueOf(row.values()).contains("kept in clear"));

            BotAccount ann =
                    account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
            BotConversation direct = conversation(atlas, ann, LegacyBotSample.ANN);
            atlas.storage().write(to -> to.botConversations()
                    .replace(direct.spoken("engineer", direct.sessionId(), direct.lastMessageAt())));
            atlas.storage().write(to -> to.botAccounts().remove(bens));
            change(file);
            ImportReport second = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(counts(second, "bot_platform_accounts")).isEqualTo(new Counts(8, 2, 1, 1, 4));
            assertThat(counts(second, "bot_conversations")).isEqualTo(new Counts(6, 2, 0, 1, 3));
            assertThat(counts(second, "bot_messages").created()).isEqualTo(2);
            assertThat(second.quarantined())
                    .contains(
                            new Quarantined(
                                    "bot_messages",
                                    "2",
                                    "row was changed since it was imported, and messages are never changed"),
                            new Quarantined(
                                    "bot_platform_accounts", "7", "platform_user_id is linked by an earlier row"));
            assertThat(account(atlas, BotPlatform.TELEGRAM, "4713")).isPresent();
            assertThat(account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN)
                            .orElseThrow()
                            .platformUsername())
                    .isEqualTo("ann_new");
            BotConversation followed = conversation(atlas, ann, LegacyBotSample.ANN);
            assertThat(followed.agent()).as("as it was set here").isEqualTo("engineer");
            assertThat(followed.lastMessageAt()).isEqualTo(Instant.parse("2025-10-20T00:00:00Z"));
            assertThat(bot(atlas, "telegram").enabled()).isTrue();
            assertThat(secret(atlas, "bot.telegram.token")).contains("hello");
            ImportReport third = run(atlas, file, null);
            assertThat(third.total().created() + third.total().updated()).isZero();

            ok(204, atlas.send("admin", "DELETE", "/users/" + LegacySample.id(1), ""));
            assertThat(account(atlas, BotPlatform.TELEGRAM, LegacyBotSample.ANN))
                    .isEmpty();
            List<StoredRecord> left = new ArrayList<>();
            List.of("bot_accounts", "bot_conversations", "bot_messages", "legacy_rows")
                    .forEach(kind -> left.addAll(everything(atlas, kind)));
            assertThat(left)
                    .isNotEmpty()
                    .noneMatch(row -> String.valueOf(row.values()).contains(LegacyBotSample.SAID)
                            || String.valueOf(row.values()).contains("ann_new"));
            assertThat(run(atlas, file, null).total().created()).isZero();
        });
    }

    /** A row as it was kept when Atlas had no place for it. */
    private static void former(ServedAtlas atlas, String table, String key, String column) {
        SequencedMap<String, Json> content = new LinkedHashMap<>();
        content.put(column, new Json.Str("kept in clear"));
        atlas.storage().write(to -> to.legacyRows()
                .add(new LegacyRow(
                        LegacyRow.idOf("legacy", table, key),
                        "legacy",
                        table,
                        key,
                        null,
                        new Json.Obj(content),
                        "digest",
                        Instant.parse("2026-11-01T00:00:00Z"),
                        0)));
    }

    private static Id<BotAccount> link(ServedAtlas atlas, Id<User> user, BotPlatform platform, String person) {
        Id<BotAccount> id = new Id<>(UUID.randomUUID());
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        atlas.storage()
                .write(to -> to.botAccounts().add(new BotAccount(id, user, platform, person, null, now, now, 0)));
        return id;
    }

    private static void change(LegacyFile file) throws Exception {
        file.execute("update bot_platform_accounts set verified = 1 where id = 6")
                .execute("update bot_platform_accounts set platform_username = 'ann_new' where id = 1")
                .execute("update bot_conversations set agent_id = 'reviewer', last_message_at = '2025-10-20 00:00:00'"
                        + " where id = 1")
                .execute("update bot_messages set content = 'never' where id = 2")
                .execute("insert into bot_messages (id, conversation_id, direction, content, input_tokens,"
                        + " output_tokens, cost_usd, created_at)"
                        + " values (11, 1, 'inbound', 'Thanks.', 0, 0, 0, '2025-10-20 00:00:00')");
    }
}
