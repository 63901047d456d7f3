package dev.atlas.api.imports;

import static dev.atlas.api.imports.LegacyImportTest.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.contract.legacy.LegacyBotSample;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.usage.RollupSpan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the predecessor's bots is in Atlas after an import, on every engine. */
class LegacyBotImportTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void botsAreThereAsTheyWere(String engine) throws Exception {
        ImportedBots.on(engine, folder, (bots, file) -> {
            ImportReport report = bots.run(file, LegacySample.FERNET_KEY);
            people(bots, report);
            conversations(bots, report);
            words(bots, report);
            platforms(bots, report);
            assertThat(bots.everything("usage_records"))
                    .as("what bots were answered is counted once")
                    .hasSize(3);
            long counted = bots
                    .read(from -> from.botRollups()
                            .sums(RollupSpan.DAY, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), null))
                    .stream()
                    .mapToLong(sum -> sum.figures().messages())
                    .sum();
            assertThat(bots.everything("bot_messages")).hasSize((int) counted).isNotEmpty();
            for (StoredRecord row : bots.everything("legacy_rows")) {
                assertThat(String.valueOf(row.values()))
                        .doesNotContain(
                                LegacyBotSample.SAID, LegacyBotSample.ANSWERED, "ann_of_the_lab", "verification_code");
            }
            assertThat(report.toString()).doesNotContain(LegacyBotSample.SECRETS.toArray(String[]::new));
        });
    }

    private static void people(ImportedBots bots, ImportReport report) {
        BotAccount ann = bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
        assertThat(ann.userId()).isEqualTo(LegacyImportTest.<User>id(1));
        assertThat(ann.platformUsername()).isEqualTo("ann_of_the_lab");
        assertThat(ann.createdAt()).isEqualTo(Instant.parse("2025-10-19T18:32:26Z"));
        BotAccount bob = bots.account(BotPlatform.SLACK, LegacyBotSample.BOB).orElseThrow();
        assertThat(bob.userId()).isEqualTo(LegacyImportTest.<User>id(2));
        assertThat(bob.createdAt()).isEqualTo(ann.createdAt());
        assertThat(bots.everything("bot_accounts")).hasSize(2);
        assertThat(bots.everything("link_codes")).isEmpty();
        assertThat(ImportedBots.subjects(report, "link_unfinished"))
                .containsExactly("bot_platform_accounts 2", "bot_platform_accounts 6");
        assertThat(ImportedBots.counts(report, "bot_platform_accounts")).isEqualTo(new Counts(8, 4, 0, 0, 4));
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_platform_accounts", "3", "user_id names no user that was taken"),
                        new Quarantined("bot_platform_accounts", "4", "platform must be one of telegram, slack, teams"),
                        new Quarantined("bot_platform_accounts", "7", "platform_user_id is linked by an earlier row"));
        LegacyRow row = bots.read(from -> from.legacyRows()
                .find(LegacyRow.idOf("legacy", "bot_platform_accounts", "1"))
                .orElseThrow());
        assertThat(row.entity()).as("under its original key").isEqualTo(ann.id().value());
    }

    private static void conversations(ImportedBots bots, ImportReport report) {
        BotAccount ann = bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
        BotAccount bob = bots.account(BotPlatform.SLACK, LegacyBotSample.BOB).orElseThrow();
        Id<ChatSession> playground =
                bots.read(from -> from.chatSessions().ownedBy(id(1), ChatFilter.NONE, ImportedBots.ALL).items().stream()
                        .filter(chat -> chat.agent() != null)
                        .findFirst()
                        .orElseThrow()
                        .id());
        BotConversation direct = bots.conversation(ann, LegacyBotSample.ANN);
        assertThat(direct.agent()).isEqualTo("triage");
        assertThat(direct.sessionId()).isEqualTo(playground);
        assertThat(direct.lastMessageAt()).isEqualTo(Instant.parse("2025-10-19T18:40:00Z"));
        BotConversation thread = bots.conversation(bob, "C01:1700000000.000100");
        assertThat(thread.agent()).isNull();
        assertThat(thread.sessionId()).isNull();
        assertThat(bots.conversation(bob, "D01:1700000001.000200").sessionId())
                .as("nobody has the chat of somebody else")
                .isNull();
        assertThat(ImportedBots.subjects(report, "agent_unknown")).containsExactly("bot_conversations 2");
        assertThat(ImportedBots.subjects(report, "chat_missing"))
                .containsExactly("bot_conversations 2", "bot_conversations 3");
        assertThat(ImportedBots.counts(report, "bot_conversations")).isEqualTo(new Counts(6, 3, 0, 0, 3));
        String nobodys = "platform_account_id names no linked account that was taken";
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_conversations", "4", nobodys),
                        new Quarantined("bot_conversations", "5", nobodys),
                        new Quarantined("bot_conversations", "6", "platform is not that of its account"));
    }

    private static void words(ImportedBots bots, ImportReport report) {
        BotAccount ann = bots.account(BotPlatform.TELEGRAM, LegacyBotSample.ANN).orElseThrow();
        List<BotMessage> said = bots.messages(bots.conversation(ann, LegacyBotSample.ANN));
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
        BotAccount bob = bots.account(BotPlatform.SLACK, LegacyBotSample.BOB).orElseThrow();
        assertThat(bots.messages(bots.conversation(bob, "C01:1700000000.000100")))
                .extracting(BotMessage::usage)
                .containsExactly(new ChatUsage(0, 7, new BigDecimal("0.25")));
        assertThat(ImportedBots.subjects(report, "error_text_left")).containsExactly("bot_messages 4");
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_messages", "5", "conversation_id names no conversation that was taken"),
                        new Quarantined("bot_messages", "6", "direction must be inbound or outbound"),
                        new Quarantined("bot_messages", "8", "tool_calls must be a JSON list"));
    }

    private static void platforms(ImportedBots bots, ImportReport report) {
        BotConfiguration telegram = bots.bot("telegram");
        assertThat(telegram.enabled()).isTrue();
        assertThat(telegram.extra().text()).isEqualTo("{\"webhook_url\":\"(hidden)\",\"limit\":5}");
        assertThat(bots.secret("bot.telegram.token")).contains("hello");
        assertThat(bots.secret("bot.telegram.secret")).contains("in-clear-webhook");
        assertThat(bots.bot("slack").enabled()).isFalse();
        assertThat(bots.secret("bot.slack.secret")).isEmpty();
        assertThat(bots.bot("teams").enabled()).isFalse();
        assertThat(bots.bot("teams").extra().text()).isEqualTo("{\"app_id\":\"an-app\",\"app_password\":\"(hidden)\"}");
        assertThat(ImportedBots.subjects(report, "bot_incomplete")).containsExactly("slack", "teams");
        assertThat(report.quarantined())
                .contains(
                        new Quarantined("bot_webhook_configs", "4", "platform must be one of telegram, slack, teams"));
    }
}
