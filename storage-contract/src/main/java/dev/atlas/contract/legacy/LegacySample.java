package dev.atlas.contract.legacy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows with every oddity that was found in files of the predecessor. Source: the reference on its file, section 8, and the chat
 * reference, section 6.
 */
public final class LegacySample {

    /** The published vector of Fernet. Source: identity reference, section 8. */
    public static final String FERNET_KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

    static final String FERNET_TOKEN =
            "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    /** Of Ann and of Bob. */
    public static final String PASSWORD = "secret-pass";

    /** What Ann's programs sign in with. */
    public static final String TOKEN = "mcpmcpmcpmcpmcpmcpmcpmcpmcpmcpmcpmcpmcpmcp0";

    public static final String OPENAI_KEY = "sk-of-two-people";

    private static final String HASH = "$2b$12$abcdefghijklmnopqrstuu2xebK1M12A5B8F1df6CRGFhoOwcu01.";

    private LegacySample() {}

    /** The id of the user, chat or message of this number. */
    public static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    /** Fills an empty file. */
    public static void write(LegacyFile file) throws SQLException {
        people(file);
        keys(file);
        chats(file);
        playground(file);
        usage(file);
        LegacyBotSample.write(file);
        rest(file);
    }

    private static void people(LegacyFile file) throws SQLException {
        file.row("role_permissions", "role", "admin", "label", "Admin", "permissions", "[\"chat.use\"]")
                .row(
                        "role_permissions",
                        "role",
                        "member",
                        "label",
                        "Mitglied",
                        "permissions",
                        "[\"export.run\", \"playground.use\", \"tools.use\"]")
                .row("role_permissions", "role", "night", "label", "", "permissions", "[\"zabbix.ack\"]");
        // the three forms of one instant, and what is none
        user(file, 1, "ann", "2025-10-19 18:32:26.000000");
        user(file, 2, "BOB", "2025-10-19 18:32:26");
        user(file, 3, "carl", "2025-10-19T20:32:26+02:00");
        user(file, 4, "dora", "not a date");
        user(file, 5, "Ann", "2025-10-19 18:32:26");
        user(file, 6, "admin", "2025-10-19 18:32:26");
        file.execute("update users set role = 'ghost', email = 'nobody', display_name = '" + "x".repeat(130)
                + "' where username = 'carl'");
    }

    private static void user(LegacyFile file, int number, String name, String created) throws SQLException {
        file.row(
                "users",
                "id",
                id(number),
                "username",
                name,
                "password_hash",
                HASH,
                "created_at",
                created,
                "updated_at",
                "2025-10-20 00:00:00");
    }

    private static void keys(LegacyFile file) throws SQLException {
        file.row("user_api_keys", "id", id(11), "user_id", id(1), "provider", "mcp", "secret", TOKEN)
                .row("user_api_keys", "id", id(12), "user_id", id(1), "provider", "openai", "secret", OPENAI_KEY)
                .row("user_api_keys", "id", id(13), "user_id", id(2), "provider", "OpenAI", "secret", OPENAI_KEY)
                .row("user_api_keys", "id", id(14), "user_id", id(2), "provider", "mcp", "secret", "too-weak")
                .row("user_api_keys", "id", id(15), "user_id", id(99), "provider", "mcp", "secret", "orphan")
                .row("global_api_keys", "id", id(16), "provider", "openrouter", "secret", "sk-shared")
                .row("secure_settings", "name", "ZABBIX_API_TOKEN", "encrypted_value", FERNET_TOKEN);
    }

    private static void chats(LegacyFile file) throws SQLException {
        chat(file, 21, "ai_0123456789abcdef", id(1), "Caf\u00e9", "{\"name\": \"caf\\u00e9\", \"n\": null}");
        chat(file, 22, "c_0123456789abcdef", null, "New chat", "{}");
        chat(file, 23, "ai_bad", id(1), "Bad", "{not json");
        chat(file, 24, "ai_long", id(2), "y".repeat(300), "{}");
        // written in the order of their times by nobody
        message(file, 33, id(21), "assistant", "Because.", "2025-10-19T18:00:02Z", """
                {"usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
                 "cost": {"cost_usd": 0.0012345, "model": "gpt-5"}, "model": "gpt-5", "provider": "openai",
                 "tool_calls": [{"tool_call_id": "c1", "tool_name": "jira", "status": "success", "success": true}]}""");
        message(file, 31, id(21), "user", "Why?", "2025-10-19 18:00:00", null);
        message(
                file,
                32,
                id(21),
                "assistant",
                "Hm.\n[[TOKENS {\"prompt_tokens\": 3, \"completion_tokens\": 4}]]",
                "2025-10-19 18:00:01.000000",
                "null");
        // two at one time stay as they came
        message(file, 35, id(21), "user", "first", "2025-10-19 18:00:03", "null");
        message(file, 34, id(21), "user", "second", "2025-10-19 18:00:03", null);
        message(file, 36, "ai_0123456789abcdef", "user", "orphan by a public id", "2025-10-19 18:00:00", null);
        message(file, 37, id(22), "user", "to nobody", "2025-10-19 18:00:00", null);
        message(file, 38, id(21), "robot", "who?", "2025-10-19 18:00:00", null);
        message(file, 39, id(21), "user", "when?", "not a date", null);
        message(file, 40, id(21), "assistant", "", "2025-10-19 18:00:04", "{\"cost\": {\"cost_usd\": 5e-07}}");
    }

    private static void chat(
            LegacyFile file, int number, String publicId, @Nullable String user, String title, String variables)
            throws SQLException {
        file.row(
                "chat_sessions",
                "id",
                id(number),
                "session_id",
                publicId,
                "user_id",
                user,
                "title",
                title,
                "created_at",
                "2025-10-19 17:00:00",
                "updated_at",
                "2025-10-19 18:00:04.123456",
                "context_variables",
                variables,
                "provider_type",
                "openai",
                "model",
                "gpt-5");
    }

    private static void message(
            LegacyFile file, int number, String chat, String role, String content, String at, @Nullable String metadata)
            throws SQLException {
        file.row(
                "chat_messages",
                "id",
                id(number),
                "session_id",
                chat,
                "role",
                role,
                "content",
                content,
                "created_at",
                at,
                "message_type",
                "text",
                "metadata_json",
                metadata);
    }

    private static void playground(LegacyFile file) throws SQLException {
        file.row(
                        "playground_sessions",
                        "id",
                        "ai_playground",
                        "agent_id",
                        "ops",
                        "user_id",
                        id(1),
                        "state",
                        "{\"case\": 7}",
                        "config_override",
                        "{\"temperature\": 0.2}",
                        "messages",
                        "[{\"role\": \"user\", \"content\": \"Check it\", \"timestamp\": \"2025-10-19T18:01:00\"},"
                                + " {\"role\": \"assistant\", \"content\": \"Done\", \"timestamp\": \"2025-10-19T18:01:05\","
                                + " \"tokens\": 9}, 5]",
                        "total_tokens",
                        9,
                        "created_at",
                        "2025-10-19 18:01:00")
                .row(
                        "playground_presets",
                        "id",
                        id(51),
                        "name",
                        "Brief",
                        "agent_id",
                        "ops",
                        "config",
                        "{\"provider\": \"anthropic\", \"temperature\": 0.25, \"max_tokens\": 2048,"
                                + " \"system_prompt_override\": \"Be brief.\", \"skills\": [\"jira\"]}",
                        "is_shared",
                        1,
                        "is_default",
                        0)
                .row(
                        "playground_presets",
                        "id",
                        id(52),
                        "name",
                        "Brief",
                        "agent_id",
                        "ops",
                        "config",
                        "{}",
                        "is_shared",
                        1,
                        "is_default",
                        0);
    }

    private static void usage(LegacyFile file) throws SQLException {
        call(file, 61, "openai", "gpt-5", "atlas-chat", "ai_0123456789abcdef", 0.0012345);
        call(
                file,
                62,
                "anthropic",
                "claude-haiku-4-5-20251001",
                "playground/ops",
                "ai_playground",
                0.0010500000000000002);
        turn(file, 7, "ai_playground", 10, 5, 0.0105);
        turn(file, 8, "ai_playground", 20, 5, 0.02);
        file.row(
                        "ai_model_configs",
                        "id",
                        id(71),
                        "provider",
                        "openai",
                        "model_id",
                        "gpt-5-mini",
                        "price_input_per_million",
                        0.25,
                        "price_output_per_million",
                        2.0,
                        "supports_tools",
                        1,
                        "supports_streaming",
                        1,
                        "supports_vision",
                        0,
                        "is_active",
                        1,
                        "is_preferred",
                        0)
                .row(
                        "ai_model_configs",
                        "id",
                        id(72),
                        "provider",
                        "ollama",
                        "model_id",
                        "llama",
                        "price_input_per_million",
                        0,
                        "price_output_per_million",
                        0,
                        "supports_tools",
                        1,
                        "supports_streaming",
                        1,
                        "supports_vision",
                        0,
                        "is_active",
                        1,
                        "is_preferred",
                        0)
                .row(
                        "ai_provider_configs",
                        "id",
                        id(73),
                        "name",
                        "Lab GPU",
                        "provider_type",
                        "ollama",
                        "enabled",
                        1,
                        "base_url",
                        "http://gpu:11434",
                        "config_json",
                        "{}");
    }

    private static void call(
            LegacyFile file, int number, String provider, String model, String app, String chat, double cost)
            throws SQLException {
        file.row(
                "ai_activity_logs",
                "id",
                id(number),
                "created_at",
                "2025-10-19 18:01:05.500000",
                "provider",
                provider,
                "model",
                model,
                "tokens_prompt",
                10,
                "tokens_completion",
                5,
                "tokens_reasoning",
                0,
                "tokens_total",
                15,
                "cost_usd",
                cost,
                "generation_time_ms",
                1000,
                "streamed",
                1,
                "finish_reason",
                "stop",
                "cancelled",
                0,
                "user_id",
                id(1),
                "session_id",
                chat,
                "app_name",
                app);
    }

    private static void turn(LegacyFile file, int number, String chat, int input, int output, double cost)
            throws SQLException {
        file.row(
                "playground_usage",
                "id",
                number,
                "user_id",
                id(1),
                "username",
                "ann",
                "session_id",
                chat,
                "agent_id",
                "ops",
                "model",
                "claude-haiku-4-5-20251001",
                "user_message",
                "Check it",
                "input_tokens",
                input,
                "output_tokens",
                output,
                "total_tokens",
                input + output,
                "cost_usd",
                cost,
                "tool_calls",
                number == 7 ? "null" : null,
                "created_at",
                "2025-10-19 18:01:05");
    }

    private static void rest(LegacyFile file) throws SQLException {
        file.row(
                        "foreman_configs",
                        "id",
                        id(81),
                        "name",
                        "lab",
                        "base_url",
                        "https://foreman",
                        "token_secret",
                        "x",
                        "username",
                        "admin")
                .row(
                        "module_configs",
                        "module_name",
                        "jira",
                        "config_json",
                        "{\"site\": {\"api_key\": \"in-clear-setting\", \"max_tokens\": 4096}}")
                .row(
                        "devices",
                        "id",
                        5,
                        "name",
                        "sw1",
                        "device_type",
                        "switch",
                        "source_system",
                        "netbox",
                        "source_id",
                        "1",
                        "metadata",
                        "{}");
    }
}
