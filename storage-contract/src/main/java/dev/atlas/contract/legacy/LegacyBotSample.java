package dev.atlas.contract.legacy;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of bots with their oddities, beside those of {@link LegacySample}. Source: the reference on bots, sections 2, 4 and 8. */
public final class LegacyBotSample {

    /** Ann on Telegram, and her private chat with the bot there. */
    public static final String ANN = "4711";

    /** Bob on Slack. */
    public static final String BOB = "U0BOB";

    /** What Ann said, and was answered. */
    public static final String SAID = "Is host one up?";

    public static final String ANSWERED = "It has been up for weeks.";

    /** Nothing of these may be in Atlas as it is written here. */
    public static final List<String> SECRETS =
            List.of("in-clear-webhook", "in-clear-password", "in-clear-error", "in-clear-code", "SLACK_APP_TOKEN");

    private static final String AT = "2025-10-19 18:32:27";

    private LegacyBotSample() {}

    static void write(LegacyFile file) throws SQLException {
        accounts(file);
        conversations(file);
        messages(file);
        bots(file);
    }

    private static void accounts(LegacyFile file) throws SQLException {
        account(file, 1, LegacySample.id(1), "telegram", ANN, "ann_of_the_lab", true, "2025-10-19 18:32:26.000000");
        account(file, 2, LegacySample.id(2), "telegram", "pending:" + LegacySample.id(2), null, false, AT);
        account(file, 3, LegacySample.id(4), "telegram", "4714", "dora", true, AT); // of nobody who was taken
        account(file, 4, LegacySample.id(1), "irc", "ann", "ann", true, AT);
        account(file, 5, LegacySample.id(2), "slack", BOB, null, true, "2025-10-19T20:32:26+02:00");
        account(file, 6, LegacySample.id(3), "telegram", "4713", "carl", false, AT); // its code was cleared
        account(file, 7, LegacySample.id(2), "telegram", " 4711 ", "bob", true, AT);
        account(file, 8, LegacySample.id(2), "telegram", "4712", "bob", true, "not a date");
        file.execute("update bot_platform_accounts set verification_code = 'in-clear-code',"
                + " verification_expires = '2025-10-19 18:42:27.000000' where id = 2");
    }

    private static void account(
            LegacyFile file,
            int id,
            String user,
            String platform,
            String platformUser,
            @Nullable String name,
            boolean verified,
            String created)
            throws SQLException {
        file.row(
                "bot_platform_accounts",
                "id",
                id,
                "user_id",
                user,
                "platform",
                platform,
                "platform_user_id",
                platformUser,
                "platform_username",
                name,
                "verified",
                verified ? 1 : 0,
                "created_at",
                created,
                "updated_at",
                AT);
    }

    private static void conversations(LegacyFile file) throws SQLException {
        conversation(file, 1, "telegram", ANN, "1", "triage", "ai_playground");
        conversation(file, 2, "slack", "C01:1700000000.000100", "5", "oracle", LegacySample.id(90));
        conversation(
                file, 3, "slack", "D01:1700000001.000200", "5", null, "ai_playground"); // a chat of somebody else's
        conversation(file, 4, "telegram", "-100", "3", null, null);
        conversation(file, 5, "telegram", "-101", "99", null, null);
        conversation(file, 6, "slack", "C02:1700000002.000300", "1", null, null);
    }

    private static void conversation(
            LegacyFile file,
            int id,
            String platform,
            String place,
            String account,
            @Nullable String agent,
            @Nullable String session)
            throws SQLException {
        file.row(
                "bot_conversations",
                "id",
                id,
                "platform",
                platform,
                "platform_conversation_id",
                place,
                "platform_account_id",
                account,
                "agent_id",
                agent,
                "session_id",
                session,
                "created_at",
                "2025-10-19 18:32:27.000001",
                "last_message_at",
                "2025-10-19 18:40:00");
    }

    private static void messages(LegacyFile file) throws SQLException {
        message(file, 1, "1", "inbound", SAID, null, "2025-10-19 18:32:27.000001");
        message(
                file,
                2,
                "1",
                "outbound",
                ANSWERED,
                "[{\"name\": \"caf\\u00e9\", \"duration_ms\": 12}]",
                "2025-10-19 18:32:28");
        // of one moment, in three forms: they stay as they came
        message(file, 3, "1", "inbound", "And host two?", "null", "2025-10-19 18:33:00.000000");
        message(file, 4, "1", "outbound", "An error occurred.", "null", "2025-10-19 18:33:00");
        message(file, 10, "1", "inbound", "And now?", null, "2025-10-19T18:33:00Z");
        message(file, 5, "99", "inbound", "of no conversation", null, AT);
        message(file, 6, "1", "sideways", "whose is it?", null, AT);
        message(file, 7, "1", "inbound", "when was it?", null, "not a date");
        message(file, 8, "1", "outbound", "what was used?", "5", AT);
        message(file, 9, "2", "outbound", "In a thread.", "[]", AT);
        file.execute(
                        "update bot_messages set input_tokens = 10, output_tokens = 5, duration_ms = 900, agent_id = 'triage'"
                                + " where id = 2")
                .execute("update bot_messages set cost_usd = 0.25, output_tokens = 7 where id = 9")
                .execute("update bot_messages set error = 'Traceback: token=in-clear-error' where id = 4");
    }

    private static void message(
            LegacyFile file,
            int id,
            String conversation,
            String direction,
            String content,
            @Nullable String calls,
            String at)
            throws SQLException {
        file.row(
                "bot_messages",
                "id",
                id,
                "conversation_id",
                conversation,
                "direction",
                direction,
                "content",
                content,
                "platform_message_id",
                "m" + id,
                "tool_calls",
                calls,
                "input_tokens",
                0,
                "output_tokens",
                0,
                "cost_usd",
                0,
                "created_at",
                at);
    }

    private static void bots(LegacyFile file) throws SQLException {
        // the same token under the name that the predecessor's own tool used
        file.row("secure_settings", "name", "bot_telegram_token", "encrypted_value", LegacySample.FERNET_TOKEN);
        bot(
                file,
                1,
                "telegram",
                "in-clear-webhook",
                "bot_telegram_token",
                "{\"webhook_url\": \"https://lab/webhooks/bots/telegram/in-clear-webhook\", \"limit\": 5}");
        bot(file, 2, "slack", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "null");
        bot(
                file,
                3,
                "teams",
                null,
                "TEAMS_APP_PASSWORD",
                "{\"app_id\": \"an-app\", \"app_password\": \"in-clear-password\"}");
        bot(file, 4, "irc", null, "IRC", null);
    }

    private static void bot(
            LegacyFile file, int id, String platform, @Nullable String secret, String token, @Nullable String extra)
            throws SQLException {
        file.row(
                "bot_webhook_configs",
                "id",
                id,
                "platform",
                platform,
                "enabled",
                1,
                "webhook_secret",
                secret,
                "bot_token_secret",
                token,
                "extra_config",
                extra,
                "created_at",
                "2025-10-19 18:32:26.000000",
                "updated_at",
                AT);
    }
}
