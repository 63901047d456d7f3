package dev.atlas.persistence;

import dev.atlas.domain.agents.AgentSettingsById;
import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.domain.bots.BotConfigurations;
import dev.atlas.domain.bots.BotConversations;
import dev.atlas.domain.bots.BotLanes;
import dev.atlas.domain.bots.BotMessages;
import dev.atlas.domain.bots.BotRollups;
import dev.atlas.domain.bots.BotUpdates;
import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.domain.chat.ChatAllowances;
import dev.atlas.domain.chat.ChatMessages;
import dev.atlas.domain.chat.ChatSessions;
import dev.atlas.domain.followers.Followers;
import dev.atlas.domain.idempotency.IdempotencyRecords;
import dev.atlas.domain.identity.AuditTrail;
import dev.atlas.domain.identity.EncryptionKeys;
import dev.atlas.domain.identity.GlobalCredentials;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.identity.PersonalTokens;
import dev.atlas.domain.identity.Roles;
import dev.atlas.domain.identity.Secrets;
import dev.atlas.domain.identity.Sessions;
import dev.atlas.domain.identity.SignInAttempts;
import dev.atlas.domain.identity.SigningKeys;
import dev.atlas.domain.identity.UserCredentials;
import dev.atlas.domain.identity.Users;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.domain.imports.Imports;
import dev.atlas.domain.imports.LegacyRows;
import dev.atlas.domain.nodes.Nodes;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.providers.ChatSettingsByName;
import dev.atlas.domain.providers.ProviderConfigurations;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.switching.Switches;
import dev.atlas.domain.tracking.CacheFiles;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiments;
import dev.atlas.domain.tracking.Subjects;
import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.domain.usage.PendingCalls;
import dev.atlas.domain.usage.UsageRecords;
import dev.atlas.domain.usage.UsageRollups;
import jakarta.inject.Singleton;

/** Every port on one engine. */
@Singleton
public record StoredRepositories(
        Engine engine,
        Users users,
        Roles roles,
        Sessions sessions,
        PersonalTokens personalTokens,
        UserCredentials userCredentials,
        GlobalCredentials globalCredentials,
        Secrets secrets,
        EncryptionKeys encryptionKeys,
        SigningKeys signingKeys,
        AuditTrail auditTrail,
        SignInAttempts signInAttempts,
        Guards guards,
        IdempotencyRecords idempotencyRecords,
        Nodes nodes,
        Followers followers,
        Switches switches,
        Projects projects,
        ProjectMembers projectMembers,
        Experiments experiments,
        Epochs epochs,
        Checkpoints checkpoints,
        Subjects subjects,
        CacheFiles cacheFiles,
        ChatSessions chatSessions,
        ChatMessages chatMessages,
        ChatAllowances chatAllowances,
        ModelPrices modelPrices,
        UsageRecords usageRecords,
        PendingCalls pendingCalls,
        UsageRollups usageRollups,
        ProviderConfigurations providerConfigurations,
        ChatSettingsByName chatSettings,
        AgentSettingsById agentSettings,
        ChatPresets chatPresets,
        BotAccounts botAccounts,
        BotUpdates botUpdates,
        BotLanes botLanes,
        BotConversations botConversations,
        BotMessages botMessages,
        BotRollups botRollups,
        BotConfigurations botConfigurations,
        LinkCodes linkCodes,
        ImportedRows importedRows,
        LegacyRows legacyRows,
        Imports imports)
        implements Repositories {

    @Override
    public Records records() {
        return engine.records();
    }
}
