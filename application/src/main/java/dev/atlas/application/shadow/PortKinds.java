package dev.atlas.application.shadow;

import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of which kind the records are that a port answers with. Only ports of one kind that moves are compared. */
final class PortKinds {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("users", "users"),
            Map.entry("roles", "roles"),
            Map.entry("sessions", "sessions"),
            Map.entry("personalTokens", "personal_tokens"),
            Map.entry("userCredentials", "user_credentials"),
            Map.entry("globalCredentials", "global_credentials"),
            Map.entry("secrets", "secrets"),
            Map.entry("encryptionKeys", "encryption_keys"),
            Map.entry("signingKeys", "signing_keys"),
            Map.entry("auditTrail", "audit_entries"),
            Map.entry("projects", "projects"),
            Map.entry("projectMembers", "project_members"),
            Map.entry("experiments", "experiments"),
            Map.entry("epochs", "epochs"),
            Map.entry("checkpoints", "checkpoints"),
            Map.entry("subjects", "subjects"),
            Map.entry("cacheFiles", "cache_files"),
            Map.entry("chatSessions", "chat_sessions"),
            Map.entry("chatMessages", "chat_messages"),
            Map.entry("modelPrices", "model_prices"),
            Map.entry("usageRecords", "usage_records"),
            Map.entry("usageRollups", "usage_rollups"),
            Map.entry("pendingCalls", "pending_calls"),
            Map.entry("providerConfigurations", "provider_configurations"),
            Map.entry("chatSettings", "chat_settings"),
            Map.entry("agentSettings", "agent_settings"),
            Map.entry("chatPresets", "chat_presets"),
            Map.entry("botAccounts", "bot_accounts"),
            Map.entry("botUpdates", "bot_updates"),
            Map.entry("botLanes", "bot_lanes"),
            Map.entry("botConversations", "bot_conversations"),
            Map.entry("botMessages", "bot_messages"),
            Map.entry("botRollups", "bot_rollups"),
            Map.entry("botConfigurations", "bot_configurations"),
            Map.entry("importedRows", "imported_rows"),
            Map.entry("legacyRows", "legacy_rows"));

    private PortKinds() {}

    /**
     * The name of the kind; null if the port is one of what belongs to a store alone, or of everything.
     *
     * @param port the method of {@link dev.atlas.domain.storage.Repositories} that hands it out
     */
    static @Nullable String of(Method port) {
        return KINDS.get(port.getName());
    }
}
