package dev.atlas.persistence;

import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.agents.AgentSettingsRow;
import dev.atlas.persistence.agents.ChatPresetRow;
import dev.atlas.persistence.bots.BotAccountRow;
import dev.atlas.persistence.bots.BotConfigurationRow;
import dev.atlas.persistence.bots.BotConversationRow;
import dev.atlas.persistence.bots.BotLaneRow;
import dev.atlas.persistence.bots.BotMessageRow;
import dev.atlas.persistence.bots.BotRollupRow;
import dev.atlas.persistence.bots.BotUpdateRow;
import dev.atlas.persistence.bots.LinkCodeRow;
import dev.atlas.persistence.chat.ChatAllowanceRow;
import dev.atlas.persistence.chat.ChatMessageRow;
import dev.atlas.persistence.chat.ChatSessionRow;
import dev.atlas.persistence.followers.FollowerRow;
import dev.atlas.persistence.idempotency.IdempotencyRecordRow;
import dev.atlas.persistence.identity.AuditEntryRow;
import dev.atlas.persistence.identity.EncryptionKeyRow;
import dev.atlas.persistence.identity.FailedSignInsRow;
import dev.atlas.persistence.identity.GlobalCredentialRow;
import dev.atlas.persistence.identity.GuardRow;
import dev.atlas.persistence.identity.PersonalTokenRow;
import dev.atlas.persistence.identity.RoleRow;
import dev.atlas.persistence.identity.SecretRow;
import dev.atlas.persistence.identity.SessionRow;
import dev.atlas.persistence.identity.SigningKeyRow;
import dev.atlas.persistence.identity.UserCredentialRow;
import dev.atlas.persistence.identity.UserRow;
import dev.atlas.persistence.imports.ImportRow;
import dev.atlas.persistence.imports.ImportedRowRow;
import dev.atlas.persistence.imports.LegacyRowRow;
import dev.atlas.persistence.moving.CopyMarkRow;
import dev.atlas.persistence.moving.MirrorMarkRow;
import dev.atlas.persistence.nodes.NodeRow;
import dev.atlas.persistence.projects.ProjectMemberRow;
import dev.atlas.persistence.projects.ProjectRow;
import dev.atlas.persistence.providers.ChatSettingsRow;
import dev.atlas.persistence.providers.ProviderConfigurationRow;
import dev.atlas.persistence.switching.SwitchRow;
import dev.atlas.persistence.tracking.CacheFileRow;
import dev.atlas.persistence.tracking.CheckpointRow;
import dev.atlas.persistence.tracking.EpochRow;
import dev.atlas.persistence.tracking.ExperimentRow;
import dev.atlas.persistence.tracking.SubjectRow;
import dev.atlas.persistence.usage.ModelPriceRow;
import dev.atlas.persistence.usage.PendingCallRow;
import dev.atlas.persistence.usage.UsageRecordRow;
import dev.atlas.persistence.usage.UsageRollupRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything Atlas stores, those others refer to first. Copying, verifying, exporting and the change feed know all data
 * by this list alone; a table or collection that is not in it fails a test.
 */
public final class StoredKinds {

    private static final List<Class<? extends Record>> ROWS = List.of(
            EncryptionKeyRow.class,
            RoleRow.class,
            CopyMarkRow.class,
            MirrorMarkRow.class,
            UserRow.class,
            SessionRow.class,
            PersonalTokenRow.class,
            UserCredentialRow.class,
            GlobalCredentialRow.class,
            SecretRow.class,
            SigningKeyRow.class,
            AuditEntryRow.class,
            FailedSignInsRow.class,
            GuardRow.class,
            IdempotencyRecordRow.class,
            NodeRow.class,
            FollowerRow.class,
            SwitchRow.class,
            ProjectRow.class,
            ProjectMemberRow.class,
            ExperimentRow.class,
            EpochRow.class,
            CheckpointRow.class,
            SubjectRow.class,
            CacheFileRow.class,
            ChatSessionRow.class,
            ChatMessageRow.class,
            ChatAllowanceRow.class,
            ModelPriceRow.class,
            UsageRecordRow.class,
            PendingCallRow.class,
            UsageRollupRow.class,
            ProviderConfigurationRow.class,
            ChatSettingsRow.class,
            AgentSettingsRow.class,
            ChatPresetRow.class,
            BotAccountRow.class,
            BotUpdateRow.class,
            BotLaneRow.class,
            BotConversationRow.class,
            BotMessageRow.class,
            BotRollupRow.class,
            BotConfigurationRow.class,
            LinkCodeRow.class,
            ImportedRowRow.class,
            LegacyRowRow.class,
            ImportRow.class);

    private static final Map<String, Kind> MOVING = moving(all());

    private StoredKinds() {}

    public static List<Class<? extends Record>> rows() {
        return ROWS;
    }

    public static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        ROWS.forEach(row -> kinds.add(Table.of(row).kind()));
        return List.copyOf(kinds);
    }

    /** Those that move between stores, by name. */
    public static Map<String, Kind> moving() {
        return MOVING;
    }

    private static Map<String, Kind> moving(List<Kind> kinds) {
        return kinds.stream().filter(Kind::moves).collect(Collectors.toUnmodifiableMap(Kind::name, kind -> kind));
    }
}
