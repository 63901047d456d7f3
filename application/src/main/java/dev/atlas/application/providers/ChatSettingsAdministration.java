package dev.atlas.application.providers;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ChatLimits;
import dev.atlas.domain.providers.ChatSettings;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** How chats are answered where nobody says otherwise. */
public final class ChatSettingsAdministration {

    /**
     * The settings that count.
     *
     * @param version 0 as long as administrators have set nothing
     */
    public record Current(ChatDefaults defaults, long version) {}

    private static final Resource RESOURCE = new Resource("chat_settings", ChatSettings.EVERYWHERE);

    private final Foundation foundation;
    private final ProviderDirectory directory;
    private final Audit audit;

    ChatSettingsAdministration(Foundation foundation, ProviderDirectory directory, Audit audit) {
        this.foundation = foundation;
        this.directory = directory;
        this.audit = audit;
    }

    public CompletableFuture<Current> get(Caller caller) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(this::current);
    }

    /** The settings that count, for whoever is about to ask a model. */
    public Current current(Repositories from) {
        return current(from.chatSettings().find(ChatSettings.EVERYWHERE));
    }

    /** Sets all of them. Throws {@link Refusal.Stale} if they are not of the version {@code ifVersion}. */
    public Committed<Current> put(Caller caller, ChatDefaults defaults, @Nullable Long ifVersion) {
        return write(caller, ifVersion, (before, usual) -> defaults);
    }

    /** Changes some of them. Throws as {@link #put} does. */
    public Committed<Current> change(Caller caller, ChatDefaultsChange change, @Nullable Long ifVersion) {
        return write(caller, ifVersion, change::of);
    }

    private Committed<Current> write(Caller caller, @Nullable Long ifVersion, BinaryOperator<ChatDefaults> change) {
        caller.require(Permission.CHAT_MANAGE);
        return foundation.storage().write(to -> {
            Optional<ChatSettings> old = to.chatSettings().find(ChatSettings.EVERYWHERE);
            Current before = current(old);
            Refusal.Stale.unless(ifVersion, before.version());
            ChatDefaults wanted =
                    change.apply(before.defaults(), directory.environment().defaults());
            if (directory.find(to, wanted.defaultProvider()).isEmpty()) {
                throw new InvalidValue("default_provider", "must be a provider that is there");
            }
            Instant now = foundation.now();
            ChatSettings after = old.map(found -> found.with(wanted, now))
                    .orElseGet(() -> new ChatSettings(ChatSettings.EVERYWHERE, wanted, now, now, 0));
            if (old.filter(after::equals).isPresent()) {
                return before;
            }
            ChatSettings stored = old.isPresent()
                    ? to.chatSettings().replace(after)
                    : to.chatSettings().add(after);
            Changes changes = Changes.between(members(before.defaults()), members(wanted));
            audit.record(to, caller, "chat_settings.set", RESOURCE, changes);
            return current(Optional.of(stored));
        });
    }

    private Current current(Optional<ChatSettings> stored) {
        return stored.map(found -> new Current(found.defaults(), found.version() + 1))
                .orElseGet(() -> new Current(directory.environment().defaults(), 0));
    }

    private static SequencedMap<String, Json> members(ChatDefaults defaults) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("default_provider", new Json.Str(defaults.defaultProvider()));
        members.put("max_tokens", Json.Num.of(defaults.maxTokens()));
        members.put("temperature", new Json.Num(defaults.temperature()));
        members.put("system_prompt", new Json.Str(defaults.systemPrompt()));
        members.put("tools_enabled", new Json.Bool(defaults.toolsEnabled()));
        members.put("streaming_enabled", new Json.Bool(defaults.streamingEnabled()));
        ChatLimits limits = defaults.limits();
        if (limits.requestsPerMinute() != null) {
            members.put("requests_per_minute", Json.Num.of(limits.requestsPerMinute()));
        }
        if (limits.tokensPerMinute() != null) {
            members.put("tokens_per_minute", Json.Num.of(limits.tokensPerMinute()));
        }
        if (limits.costUsdPerDay() != null) {
            members.put("cost_usd_per_day", new Json.Num(limits.costUsdPerDay()));
        }
        return members;
    }
}
