package dev.atlas.application.providers;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.Placed;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Setting up providers. Those that everybody knows are there anyway; what is said of one counts before the environment.
 *
 * <p>Where a provider is decides who is sent the key. So nobody says that who may not administer keys.
 */
public final class ProviderAdministration {

    /**
     * A provider, as the caller would ask it.
     *
     * @param key whose key would be used; absent if there is none and one is needed
     */
    public record Shown(
            EffectiveProvider provider, @Nullable KeySource key) {

        /** True if it can be asked. */
        public boolean configured() {
            return key != null && provider.complete();
        }
    }

    private final Foundation foundation;
    private final ProviderDirectory directory;
    private final ProviderKeys keys;
    private final Audit audit;

    ProviderAdministration(Foundation foundation, ProviderDirectory directory, ProviderKeys keys, Audit audit) {
        this.foundation = foundation;
        this.directory = directory;
        this.keys = keys;
        this.audit = audit;
    }

    /** All, those first that are there anyway. */
    public CompletableFuture<List<Shown>> list(Caller caller) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(from -> directory.all(from).stream()
                .map(provider -> shown(from, caller, provider))
                .toList());
    }

    /** One of them. Throws {@link Refusal.NotFound} {@code provider.not_found}. */
    public CompletableFuture<Shown> get(Caller caller, String id) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(from -> shown(from, caller, directory.require(from, id)));
    }

    /**
     * Sets a provider up, or says anew all that is said of it.
     *
     * @param kind may be left out for a provider that is there
     * @param details made for the kind
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     */
    public Committed<Placed<Shown>> put(
            Caller caller,
            String id,
            @Nullable ProviderKind kind,
            Function<ProviderKind, ProviderDetails> details,
            @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_MANAGE);
        ProviderConfiguration.id("provider", id);
        return foundation.storage().write(to -> {
            Optional<EffectiveProvider> before = directory.find(to, id);
            ProviderKind known = before.map(EffectiveProvider::kind).orElse(null);
            ProviderKind wanted =
                    Objects.requireNonNullElse(kind, Objects.requireNonNullElse(known, ProviderKind.OPENAI_COMPATIBLE));
            return write(to, caller, id, before, details.apply(wanted), ifVersion);
        });
    }

    /** Changes what is said of a provider. Throws {@link Refusal.NotFound} {@code provider.not_found}, else as {@link #put}. */
    public Committed<Placed<Shown>> change(Caller caller, String id, ProviderChange change, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_MANAGE);
        return foundation.storage().write(to -> {
            EffectiveProvider before = directory.require(to, id);
            return write(to, caller, id, Optional.of(before), change.of(before.details()), ifVersion);
        });
    }

    /**
     * Forgets what is said of a provider; one that is there anyway is then as it usually is.
     *
     * @throws Refusal.NotFound {@code provider.not_found} also if nothing is said of it
     */
    public Committed<String> remove(Caller caller, String id, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_MANAGE);
        return foundation.storage().write(to -> {
            EffectiveProvider before = directory.require(to, id);
            Refusal.Stale.unless(ifVersion, before.version());
            mayMove(caller, before.details().baseAddress(), null);
            if (!to.providerConfigurations().remove(id)) {
                throw new Refusal.NotFound("provider.not_found", "Nothing is said of this provider.");
            }
            audit.record(to, caller, "provider.removed", new Resource("provider", id), Changes.NONE);
            return id;
        });
    }

    private Placed<Shown> write(
            Repositories to,
            Caller caller,
            String id,
            Optional<EffectiveProvider> before,
            ProviderDetails details,
            @Nullable Long ifVersion) {
        Refusal.Stale.unless(ifVersion, before.map(EffectiveProvider::version).orElse(0L));
        mayMove(
                caller,
                before.map(EffectiveProvider::details)
                        .map(ProviderDetails::baseAddress)
                        .orElse(null),
                details.baseAddress());
        Instant now = foundation.now();
        Optional<ProviderConfiguration> old = to.providerConfigurations().find(id);
        ProviderConfiguration stored;
        if (old.isEmpty()) {
            stored = to.providerConfigurations().add(new ProviderConfiguration(id, details, now, now, 0));
        } else {
            ProviderConfiguration after = old.get().with(details, now);
            stored = after.equals(old.get())
                    ? after
                    : to.providerConfigurations().replace(after);
        }
        if (old.filter(stored::equals).isEmpty()) {
            ProviderDetails said = old.map(ProviderConfiguration::details).orElse(null);
            audit.record(to, caller, "provider.set", new Resource("provider", id), differences(said, details));
        }
        return new Placed<>(shown(to, caller, EffectiveProvider.of(stored, directory.environment())), before.isEmpty());
    }

    /** Throws {@link InvalidValue} naming {@code field} for a provider that is not there. */
    public void mustBeThere(Repositories from, String field, @Nullable String id) {
        if (id != null && directory.find(from, id).isEmpty()) {
            throw new InvalidValue(field, "must be a provider that is there");
        }
    }

    /** The key goes where the address says. */
    private static void mayMove(Caller caller, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            caller.require(Permission.CREDENTIAL_MANAGE);
        }
    }

    private Shown shown(Repositories from, Caller caller, EffectiveProvider provider) {
        return new Shown(provider, keys.source(from, caller.user(), provider).orElse(null));
    }

    private static Changes differences(@Nullable ProviderDetails before, ProviderDetails after) {
        return Changes.between(before == null ? new LinkedHashMap<>() : members(before), members(after));
    }

    private static SequencedMap<String, Json> members(ProviderDetails details) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("kind", new Json.Str(details.kind().id()));
        members.put("enabled", new Json.Bool(details.enabled()));
        text(members, "label", details.label());
        text(members, "default_model", details.defaultModel());
        text(members, "base_address", details.baseAddress());
        text(members, "azure_deployment", details.azureDeployment());
        text(members, "api_version", details.apiVersion());
        members.put("connect_seconds", Json.Num.of(details.limits().connectSeconds()));
        members.put("first_token_seconds", Json.Num.of(details.limits().firstTokenSeconds()));
        members.put("between_tokens_seconds", Json.Num.of(details.limits().betweenTokensSeconds()));
        members.put("call_seconds", Json.Num.of(details.limits().callSeconds()));
        members.put("retries", Json.Num.of(details.limits().retries()));
        members.put("concurrent_calls", Json.Num.of(details.limits().concurrentCalls()));
        return members;
    }

    private static void text(SequencedMap<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Str(value));
        }
    }
}
