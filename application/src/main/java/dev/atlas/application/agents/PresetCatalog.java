package dev.atlas.application.agents;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.providers.ProviderAdministration;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.domain.agents.PresetDetails;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Presets of how agents answer. One's own are one's own; those that are shared are everybody's to read; those of the system
 * too, and administrators write them. What the caller may not see is refused as what is not there.
 */
public final class PresetCatalog {

    private final Foundation foundation;
    private final ProviderAdministration providers;
    private final ToolCatalog tools;
    private final Audit audit;

    PresetCatalog(Foundation foundation, ProviderAdministration providers, ToolCatalog tools, Audit audit) {
        this.foundation = foundation;
        this.providers = providers;
        this.tools = tools;
        this.audit = audit;
    }

    /** Those the caller sees, newest first: one's own, shared ones if asked for, and those of the system. */
    public CompletableFuture<Slice<ChatPreset>> list(
            Caller caller, @Nullable String agent, boolean includeShared, Page page) {
        caller.require(Permission.CHAT_USE);
        String of = agent == null ? null : Agent.of("agent", agent).id();
        return foundation.storage().readAsync(from -> {
            Slice<ChatPreset> own = from.chatPresets().ownedBy(caller.user(), of, page);
            Slice<ChatPreset> system = from.chatPresets().ownedBy(null, of, page);
            List<Slice<ChatPreset>> all =
                    includeShared ? List.of(own, system, from.chatPresets().shared(of, page)) : List.of(own, system);
            return Slice.union(
                    all,
                    page.limit(),
                    preset -> new Cursor(preset.createdAt(), preset.id().value()));
        });
    }

    /** One the caller sees. Throws {@link Refusal.NotFound} {@code preset.not_found}. */
    public CompletableFuture<ChatPreset> get(Caller caller, Id<ChatPreset> id) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(from -> visible(from, caller, id));
    }

    /** One the caller sees, within a unit of work. Throws {@link Refusal.NotFound} {@code preset.not_found}. */
    public static ChatPreset visible(Repositories from, Caller caller, Id<ChatPreset> id) {
        return from.chatPresets()
                .find(id)
                .filter(preset -> preset.visibleTo(caller.user()))
                .orElseThrow(() -> new Refusal.NotFound("preset.not_found", "There is no such preset."));
    }

    /**
     * Makes a preset.
     *
     * @param system true for one of the system, false for one of the caller's
     * @throws InvalidValue for an agent, a provider or a tool that is not there
     * @throws Refusal.NotAllowed unless the caller may make one of the system
     * @throws Refusal.WrongState {@code preset.name_taken}
     */
    public Committed<ChatPreset> add(Caller caller, PresetDetails details, boolean system) {
        caller.require(Permission.CHAT_USE);
        if (system) {
            caller.require(Permission.CHAT_MANAGE);
        }
        Instant now = foundation.now();
        ChatPreset preset =
                new ChatPreset(foundation.ids().next(), system ? null : caller.user(), details, now, now, 0);
        return write(to -> {
            mustFit(to, preset);
            ChatPreset stored = to.chatPresets().add(preset);
            tell(to, caller, "preset.created", null, stored);
            return stored;
        });
    }

    /**
     * Changes a preset.
     *
     * @throws Refusal.NotFound {@code preset.not_found}
     * @throws Refusal.NotAllowed {@code preset.not_owner} for one of somebody else's; unless the caller may change one of the
     *     system
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     * @throws Refusal.WrongState {@code preset.name_taken}
     * @throws InvalidValue for an agent, a provider or a tool that is not there
     */
    public Committed<ChatPreset> change(
            Caller caller, Id<ChatPreset> id, PresetChange change, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_USE);
        PresetChange possible = change.possible();
        Instant now = foundation.now();
        return write(to -> {
            ChatPreset before = writable(to, caller, id);
            Refusal.Stale.unless(ifVersion, before.version());
            ChatPreset after = before.with(possible.of(before.details()), now);
            if (after.equals(before)) {
                return before;
            }
            mustFit(to, after);
            ChatPreset stored = to.chatPresets().replace(after);
            tell(to, caller, "preset.changed", before, stored);
            return stored;
        });
    }

    /** Removes a preset. Throws as {@link #change} does. */
    public Committed<ChatPreset> remove(Caller caller, Id<ChatPreset> id, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_USE);
        return write(to -> {
            ChatPreset preset = writable(to, caller, id);
            Refusal.Stale.unless(ifVersion, preset.version());
            to.chatPresets().remove(id);
            tell(to, caller, "preset.removed", preset, null);
            return preset;
        });
    }

    private static ChatPreset writable(Repositories from, Caller caller, Id<ChatPreset> id) {
        ChatPreset preset = visible(from, caller, id);
        if (preset.system()) {
            caller.require(Permission.CHAT_MANAGE);
        } else if (!caller.user().equals(preset.ownerId())) {
            throw new Refusal.NotAllowed("preset.not_owner", "Only its owner may change a shared preset.");
        }
        return preset;
    }

    private void mustFit(Repositories from, ChatPreset preset) {
        PresetDetails details = preset.details();
        Agent.of("agent", details.agent());
        providers.mustBeThere(from, "provider", details.config().provider());
        tools.mustBeThere("tools", details.config().tools());
        if (preset.system() && details.shared()) {
            throw new InvalidValue("is_shared", "must be false for a preset of the system, which everybody sees");
        }
    }

    private <R> Committed<R> write(Function<? super Repositories, R> work) {
        try {
            return foundation.storage().write(work);
        } catch (Conflict e) {
            throw e.rule().equals(ChatPresets.NAME_PER_OWNER)
                    ? new Refusal.WrongState("preset.name_taken", "There is a preset of this name; choose another.")
                    : e;
        }
    }

    /** The trail is about what is everybody's; what one keeps to oneself is one's own affair. */
    private void tell(
            Repositories to, Caller caller, String action, @Nullable ChatPreset before, @Nullable ChatPreset after) {
        ChatPreset told = before != null ? before : after;
        if (told != null && told.system()) {
            audit.record(
                    to,
                    caller,
                    action,
                    new Resource("chat_preset", told.id().toString()),
                    Changes.between(members(before), members(after)));
        }
    }

    /** By the names they have on the wire; none of no preset. */
    private static SequencedMap<String, Json> members(@Nullable ChatPreset preset) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        if (preset != null) {
            PresetDetails details = preset.details();
            text(members, "name", details.name());
            text(members, "description", details.description());
            text(members, "agent", details.agent());
            text(members, "provider", details.config().provider());
            text(members, "model", details.config().model());
            text(members, "system_prompt", details.config().systemPrompt());
            if (details.config().temperature() != null) {
                members.put("temperature", new Json.Num(details.config().temperature()));
            }
            if (details.config().maxTokens() != null) {
                members.put("max_tokens", Json.Num.of(details.config().maxTokens()));
            }
            members.put("tools_enabled", new Json.Bool(details.config().toolsEnabled()));
            members.put(
                    "tools",
                    new Json.Arr(details.config().tools().stream()
                            .<Json>map(Json.Str::new)
                            .toList()));
        }
        return members;
    }

    private static void text(SequencedMap<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Str(value));
        }
    }
}
