package dev.atlas.application;

import dev.atlas.application.agents.AgentUseCases;
import dev.atlas.application.bots.BotUseCases;
import dev.atlas.application.bots.platform.BotServiceUseCases;
import dev.atlas.application.chat.ChatUseCases;
import dev.atlas.application.chat.TurnBounds;
import dev.atlas.application.commands.SlashCommands;
import dev.atlas.application.events.EventUseCases;
import dev.atlas.application.exports.ExportUseCases;
import dev.atlas.application.idempotency.Idempotency;
import dev.atlas.application.idempotency.RecordingStorage;
import dev.atlas.application.identity.IdentityUseCases;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.imports.ImportUseCases;
import dev.atlas.application.mirror.MirrorUseCases;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.projects.ProjectUseCases;
import dev.atlas.application.providers.ModelAccess;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.shadow.ShadowUseCases;
import dev.atlas.application.shadow.ShadowedStorage;
import dev.atlas.application.storage.ObservedStorage;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.application.tracking.TrackingUseCases;
import dev.atlas.application.usage.UsageUseCases;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * All that Atlas does, by context: the one place where use cases are put together. The command line and HTTP stand on it.
 */
public record Atlas(
        Foundation foundation,
        ObservedStorage storage,
        Idempotency idempotency,
        IdentityUseCases identity,
        ProjectUseCases projects,
        TrackingUseCases tracking,
        ChatUseCases chat,
        UsageUseCases usage,
        ProviderUseCases providers,
        AgentUseCases agents,
        SlashCommands commands,
        BotUseCases bots,
        BotServiceUseCases botService,
        ImportUseCases imports,
        ExportUseCases exports,
        EventUseCases events,
        MirrorUseCases mirror,
        ShadowUseCases shadow) {

    /** Over one store, which has no mirror. */
    public static Atlas over(Foundation plain, Keyring keyring) {
        return over(plain, keyring, null);
    }

    /** @param pair what the store of {@code plain} is the primary of; null if it has no mirror */
    public static Atlas over(Foundation plain, Keyring keyring, @Nullable ServedPair pair) {
        return over(plain, keyring, pair, ModelAccess.in(System.getenv()));
    }

    /** The same, with what asking models needs from outside. */
    public static Atlas over(Foundation plain, Keyring keyring, @Nullable ServedPair pair, ModelAccess models) {
        ObservedStorage storage = new ObservedStorage(plain.storage());
        ShadowedStorage shadowed = new ShadowedStorage(storage);
        MirrorUseCases mirror = new MirrorUseCases(plain, pair);
        Foundation foundation = new Foundation(new RecordingStorage(shadowed), plain.clock(), plain.ids());
        IdentityUseCases identity = IdentityUseCases.over(foundation, keyring);
        ProviderUseCases providers = ProviderUseCases.over(foundation, identity, models);
        ProjectUseCases projects = ProjectUseCases.over(foundation);
        TrackingUseCases tracking = TrackingUseCases.over(foundation, projects.access());
        ToolCatalog tools = new ToolCatalog(projects, tracking);
        UsageUseCases usage = UsageUseCases.over(foundation);
        AgentUseCases agents = AgentUseCases.over(foundation, providers, tools);
        TurnBounds bounds = TurnBounds.in(models.environment());
        ChatUseCases chat = ChatUseCases.over(foundation, providers, tools, bounds);
        SecureRandom random = new SecureRandom();
        BotUseCases bots = BotUseCases.over(foundation, identity, random);
        return new Atlas(
                foundation,
                storage,
                new Idempotency(foundation),
                identity,
                projects,
                tracking,
                chat,
                usage,
                providers,
                agents,
                new SlashCommands(chat, agents, providers, usage),
                bots,
                BotServiceUseCases.over(
                        foundation, identity, bots, chat.turns(), models.environment(), bounds.silence(), random),
                ImportUseCases.over(foundation, identity.incoming()),
                new ExportUseCases(foundation, projects.access()),
                new EventUseCases(foundation, projects.access()),
                mirror,
                new ShadowUseCases(plain, shadowed, mirror));
    }
}
