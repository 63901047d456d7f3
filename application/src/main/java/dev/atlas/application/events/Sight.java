package dev.atlas.application.events;

import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records a caller may be told of, within one read. What belongs to a project is seen by those who may read it, what
 * belongs to a user by that user, and the rest by those with the permission for it. Whoever may see the state of the
 * storage is told of everything, as the key of a record says nothing of what is in it; only of chats, and of presets
 * that are not for everybody, nobody but their owner.
 */
final class Sight {

    private static final String PROJECTS = "projects";
    private static final String EXPERIMENTS = "experiments";
    private static final String USERS = "users";

    private static final String PRESETS = "chat_presets";

    private static final Set<String> OWN = Set.of("chat_sessions", "chat_messages", PRESETS);

    private static final Map<String, Permission> PERMISSIONS = Map.ofEntries(
            Map.entry(USERS, Permission.USER_VIEW),
            Map.entry("roles", Permission.USER_VIEW),
            Map.entry("audit_entries", Permission.AUDIT_VIEW),
            Map.entry("secrets", Permission.SECRET_MANAGE),
            Map.entry("global_credentials", Permission.CREDENTIAL_MANAGE),
            Map.entry("imports", Permission.IMPORT_RUN),
            Map.entry("model_prices", Permission.USAGE_VIEW),
            Map.entry("usage_records", Permission.USAGE_VIEW),
            Map.entry("usage_rollups", Permission.USAGE_VIEW),
            Map.entry("pending_calls", Permission.USAGE_VIEW),
            Map.entry("provider_configurations", Permission.CHAT_USE),
            Map.entry("chat_settings", Permission.CHAT_USE),
            Map.entry("agent_settings", Permission.CHAT_USE),
            Map.entry("bot_accounts", Permission.BOTS_MANAGE),
            Map.entry("bot_updates", Permission.BOTS_MANAGE),
            Map.entry("bot_lanes", Permission.BOTS_MANAGE),
            Map.entry("bot_conversations", Permission.BOTS_MANAGE),
            Map.entry("bot_messages", Permission.BOTS_MANAGE),
            Map.entry("bot_rollups", Permission.BOTS_MANAGE),
            Map.entry("bot_configurations", Permission.BOTS_MANAGE));

    /** Where records that outlive their user, and so refer to none, name whose they are. */
    private static final Map<String, String> WHOSE = Map.of("usage_records", "user_id", "pending_calls", "user_id");

    private final Repositories repositories;
    private final ProjectAccess access;
    private final Caller caller;
    private final Map<UUID, Boolean> projects = new HashMap<>();

    Sight(Repositories repositories, ProjectAccess access, Caller caller) {
        this.repositories = repositories;
        this.access = access;
        this.caller = caller;
    }

    /** True if the caller may be told of all records of this kind, even of those that are gone. */
    boolean everything(Kind kind) {
        return caller.may(Permission.STORAGE_VIEW) && !OWN.contains(kind.name());
    }

    /** True if the caller may be told of this record. */
    boolean sees(StoredRecord record) {
        String kind = record.kind().name();
        Optional<UUID> project = owner(record, PROJECTS);
        if (project.isPresent()) {
            return seesProject(project.get());
        }
        Permission permission = PERMISSIONS.get(kind);
        UUID user = caller.user().value();
        return (permission != null && caller.may(permission))
                || owner(record, USERS).filter(user::equals).isPresent()
                || (kind.equals(PRESETS) && caller.may(Permission.CHAT_USE) && forEverybody(record))
                || (WHOSE.containsKey(kind) && user.equals(record.value(WHOSE.get(kind))));
    }

    /** True of a preset that is shared, or the system's. */
    private static boolean forEverybody(StoredRecord preset) {
        return Boolean.TRUE.equals(preset.value("shared")) || preset.value("owner_id") == null;
    }

    /** The record of that kind to which it belongs: itself, what it names, or what the experiment it names belongs to. */
    private Optional<UUID> owner(StoredRecord record, String kind) {
        if (record.kind().name().equals(kind)) {
            return Optional.of((UUID) record.key().raw());
        }
        UUID named = named(record, kind);
        if (named != null) {
            return Optional.of(named);
        }
        UUID experiment = record.kind().name().equals(EXPERIMENTS) ? null : named(record, EXPERIMENTS);
        return experiment == null ? Optional.empty() : experiment(experiment).flatMap(found -> owner(found, kind));
    }

    private static @Nullable UUID named(StoredRecord record, String kind) {
        for (Column column : record.kind().columns()) {
            if (kind.equals(column.refersTo())) {
                return (UUID) record.value(column.name());
            }
        }
        return null;
    }

    private Optional<StoredRecord> experiment(UUID id) {
        Records records = repositories.records();
        return records.find(records.kind(EXPERIMENTS), List.of(new RecordKey.OfId(id))).stream()
                .findFirst();
    }

    private boolean seesProject(UUID id) {
        return caller.may(Permission.PROJECT_VIEW)
                && projects.computeIfAbsent(
                        id, each -> access.shares(repositories, caller.user(), new Id<Project>(each)));
    }
}
