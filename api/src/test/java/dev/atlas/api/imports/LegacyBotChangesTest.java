package dev.atlas.api.imports;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.imports.LegacyImportTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.contract.legacy.LegacyBotSample;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.storage.StoredRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The predecessor and Atlas have both gone on between imports of its bots. */
class LegacyBotChangesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsInAtlasAlreadyStays(String engine) throws Exception {
        ImportedBots.on(engine, folder, (bots, file) -> {
            Id<User> ann = new Id<>(UUID.fromString(bots.atlas().add("ann", "member")));
            Id<BotAccount> linked = link(bots, ann, BotPlatform.TELEGRAM, LegacyBotSample.ANN);
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
            bots.atlas().storage().write(to -> {
                to.botConversations().add(begun);
                return to.botConfigurations().add(telegram);
            });
            ImportReport report = bots.run(file, LegacySample.FERNET_KEY);
            assertThat(bots.bot("telegram")).isEqualTo(telegram);
            assertThat(bots.secret("bot.telegram.secret")).isEmpty();
            BotAccount account =
                    bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
            assertThat(account.id()).isEqualTo(linked);
            assertThat(account.version()).isZero();
            BotConversation adopted = bots.conversation(account, LegacyBotSample.ANN);
            assertThat(adopted.agent()).isEqualTo("engineer");
            assertThat(adopted.sessionId()).as("it had none").isNotNull();
            assertThat(bots.messages(adopted)).hasSize(5);
            assertThat(ImportedBots.subjects(report, "adopted"))
                    .contains("bot_platform_accounts 1", "bot_conversations 1", "bot_webhook_configs 1");
            assertThat(bots.run(file, null).total().updated()).isZero();
        });
    }

    /* The predecessor went on, and so did people here; an earlier Atlas had kept the rows as they were. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatTheFileChangedIsFollowedAndWhatPeopleChangedStaysUntilItsUserGoes(String engine) throws Exception {
        ImportedBots.on(engine, folder, (bots, file) -> {
            for (String key : List.of("1", "5", "77")) {
                former(bots, "bot_messages", key, "content");
            }
            former(bots, "bot_platform_accounts", "2", "platform_username");
            Id<User> ben = new Id<>(UUID.fromString(bots.atlas().add("ben", "member")));
            Id<BotAccount> bens = link(bots, ben, BotPlatform.SLACK, LegacyBotSample.BOB);

            ok(201, bots.atlas().send("admin", "PUT", "/secrets/SLACK_BOT_TOKEN", "{\"value\":\"for a tool\"}"));
            ImportReport first = bots.run(file, null);
            assertThat(first.quarantined())
                    .contains(
                            new Quarantined(
                                    "bot_platform_accounts",
                                    "5",
                                    "platform_user_id is linked to another user in Atlas"),
                            new Quarantined(
                                    "bot_messages", "9", "conversation_id names no conversation that was taken"));
            assertThat(bots.account(BotPlatform.SLACK, LegacyBotSample.BOB).map(BotAccount::userId))
                    .contains(ben);
            assertThat(bots.bot("telegram").enabled()).as("without a token").isFalse();
            assertThat(ImportedBots.subjects(first, "bot_incomplete")).containsExactly("telegram", "slack", "teams");
            assertThat(bots.secret("bot.slack.token"))
                    .as("a secret of Atlas that is no setting of the file")
                    .isEmpty();
            assertThat(ImportedBots.counts(first, "bot_messages").created()).isEqualTo(5);
            assertThat(bots.everything("legacy_rows"))
                    .noneMatch(row -> String.valueOf(row.values()).contains("kept in clear"));

            BotAccount ann =
                    bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
            BotConversation direct = bots.conversation(ann, LegacyBotSample.ANN);
            bots.atlas().storage().write(to -> to.botConversations()
                    .replace(direct.spoken("engineer", direct.sessionId(), direct.lastMessageAt())));
            bots.atlas().storage().write(to -> to.botAccounts().remove(bens));
            change(file);
            ImportReport second = bots.run(file, LegacySample.FERNET_KEY);
            assertThat(ImportedBots.counts(second, "bot_platform_accounts")).isEqualTo(new Counts(8, 2, 1, 1, 4));
            assertThat(ImportedBots.counts(second, "bot_conversations")).isEqualTo(new Counts(6, 2, 0, 1, 3));
            assertThat(ImportedBots.counts(second, "bot_messages").created()).isEqualTo(2);
            assertThat(second.quarantined())
                    .contains(
                            new Quarantined(
                                    "bot_messages",
                                    "2",
                                    "row was changed since it was imported, and messages are never changed"),
                            new Quarantined(
                                    "bot_platform_accounts", "7", "platform_user_id is linked by an earlier row"));
            assertThat(bots.account(BotPlatform.TELEGRAM, "4713")).isPresent();
            assertThat(bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN)
                            .orElseThrow()
                            .platformUsername())
                    .isEqualTo("ann_new");
            BotConversation followed = bots.conversation(ann, LegacyBotSample.ANN);
            assertThat(followed.agent()).as("as it was set here").isEqualTo("engineer");
            assertThat(followed.lastMessageAt()).isEqualTo(Instant.parse("2025-10-20T00:00:00Z"));
            assertThat(bots.bot("telegram").enabled()).isTrue();
            assertThat(bots.secret("bot.telegram.token")).contains("hello");
            ImportReport third = bots.run(file, null);
            assertThat(third.total().created() + third.total().updated()).isZero();

            ok(204, bots.atlas().send("admin", "DELETE", "/users/" + LegacySample.id(1), ""));
            assertThat(bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN)).isEmpty();
            List<StoredRecord> left = new ArrayList<>();
            List.of("bot_accounts", "bot_conversations", "bot_messages", "legacy_rows")
                    .forEach(kind -> left.addAll(bots.everything(kind)));
            assertThat(left)
                    .isNotEmpty()
                    .noneMatch(row -> String.valueOf(row.values()).contains(LegacyBotSample.SAID)
                            || String.valueOf(row.values()).contains("ann_new"));
            assertThat(bots.run(file, null).total().created()).isZero();
        });
    }

    /** A row as it was kept when Atlas had no place for it. */
    private static void former(ImportedBots bots, String table, String key, String column) {
        SequencedMap<String, Json> content = new LinkedHashMap<>();
        content.put(column, new Json.Str("kept in clear"));
        bots.atlas().storage().write(to -> to.legacyRows()
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

    private static Id<BotAccount> link(ImportedBots bots, Id<User> user, BotPlatform platform, String person) {
        Id<BotAccount> id = new Id<>(UUID.randomUUID());
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        bots.atlas().storage().write(to -> to.botAccounts()
                .add(new BotAccount(id, user, platform, person, null, now, now, 0)));
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
