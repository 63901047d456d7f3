package dev.atlas.application.bots.platform;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.bots.NamedConversation;
import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.Placed;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Setting up bots, and seeing how they do. Tokens go in and are never given out. */
public final class BotAdministration {

    private static final String TEST = "This is a test of Atlas. All is well.";

    /**
     * A bot as administrators see it.
     *
     * @param configuration absent if it was never set up
     * @param configured true if it has all it needs
     * @param reception how what is said comes to Atlas; absent unless it is configured
     * @param health absent unless the platform was asked
     * @param messagesLastDay how much was said and answered there in the last 24 hours
     * @param linkedAccounts how many there are
     */
    public record Shown(
            BotPlatform platform,
            @Nullable BotConfiguration configuration,
            boolean configured,
            @Nullable BotReception reception,
            @Nullable BotHealth health,
            long messagesLastDay,
            long linkedAccounts) {}

    private final Foundation foundation;
    private final BotDirectory directory;
    private final BotInstallation installation;
    private final Audit audit;

    BotAdministration(Foundation foundation, BotDirectory directory, BotInstallation installation, Audit audit) {
        this.foundation = foundation;
        this.directory = directory;
        this.installation = installation;
        this.audit = audit;
    }

    /** All platforms; none of them is asked. */
    public CompletableFuture<List<Shown>> list(Caller caller) {
        caller.require(Permission.BOTS_MANAGE);
        Instant now = foundation.now();
        return foundation.storage().readAsync(from -> {
            Map<BotPlatform, Long> messages = BotStatistics.lastDay(from, now, null);
            Map<BotPlatform, Long> accounts = BotStatistics.accounts(from, List.of(BotPlatform.values()));
            return Arrays.stream(BotPlatform.values())
                    .map(platform -> shown(from, platform, null, messages, accounts))
                    .toList();
        });
    }

    /** One of them, with what it says of the bot at this moment; waits for that. */
    public Shown get(Caller caller, BotPlatform platform) {
        caller.require(Permission.BOTS_MANAGE);
        Optional<BotDirectory.Ready> ready =
                foundation.storage().read((Repositories from) -> directory.find(from, platform));
        BotHealth health = ready.map(bot -> bot.adapter().health(bot.access())).orElse(null);
        return shown(platform, health);
    }

    /**
     * Sets a bot up, or anew, and has its platform send what comes if there is an address for that. What is stored stays though the
     * platform does not take it: the answer's health tells.
     *
     * @throws InvalidValue naming {@code token} or {@code webhook_secret} if it needs one, or {@code app_token} if it has none
     * @throws Refusal.WrongState {@code bot.unsupported} for a platform this build does not know
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     */
    public Committed<Placed<Shown>> put(Caller caller, BotPlatform platform, BotSetup setup, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_MANAGE);
        BotPlatformAdapter adapter = directory
                .platforms()
                .adapter(platform)
                .orElseThrow(() -> new Refusal.WrongState(
                        "bot.unsupported", "This version of Atlas does not speak to this platform."));
        Committed<Boolean> stored =
                foundation.storage().write(to -> installation.store(to, caller, adapter, setup, ifVersion));
        BotHealth health = installation.registered(platform, setup);
        return new Committed<>(new Placed<>(shown(platform, health), stored.value()), stored.position());
    }

    /**
     * Puts it into use, or out of it.
     *
     * @throws Refusal.NotFound {@code bot.not_configured}
     */
    public Committed<Shown> enable(Caller caller, BotPlatform platform, boolean use, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_MANAGE);
        Committed<BotConfiguration> stored = foundation.storage().write(to -> {
            BotConfiguration before =
                    to.botConfigurations().find(Words.of(platform)).orElseThrow(BotWebhooks::notConfigured);
            Refusal.Stale.unless(ifVersion, before.version());
            BotConfiguration after = before.enabled(use, foundation.now());
            if (!after.equals(before)) {
                to.botConfigurations().replace(after);
                audit.record(to, caller, use ? "bot.enabled" : "bot.disabled", resource(platform), Changes.NONE);
            }
            return after;
        });
        return new Committed<>(shown(platform, null), stored.position());
    }

    /**
     * Has a bot say something in a conversation, and waits for the platform to take it.
     *
     * @param conversation what the platform knows it by, with the thread where it has some
     * @return what the platform knows the message by; empty if it does not tell
     * @throws Refusal.NotFound {@code bot.not_configured}
     * @throws Refusal.WrongState with the word for what went wrong if the platform does not take it
     */
    public Optional<String> test(Caller caller, BotPlatform platform, String conversation) {
        caller.require(Permission.BOTS_MANAGE);
        BotInbound unasked =
                new BotInbound(platform, "test", 0, conversation, "test", null, null, null, Json.Obj.EMPTY);
        BotDirectory.Ready bot = foundation
                .storage()
                .read((Repositories from) -> directory.find(from, platform))
                .orElseThrow(BotWebhooks::notConfigured);
        try {
            BotChannel channel = bot.adapter().channel(bot.access());
            return Optional.ofNullable(channel.parts(unasked, TEST).send(0, false));
        } catch (PlatformFailure e) {
            throw new Refusal.WrongState(e.problem().code(), e.problem().message());
        }
    }

    /** What is said to bots and by whom, newest first. */
    public CompletableFuture<Slice<NamedConversation>> conversations(
            Caller caller, @Nullable BotPlatform platform, @Nullable Id<BotAccount> account, Page page) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation
                .storage()
                .readAsync(from ->
                        NamedConversation.page(from, from.botConversations().list(platform, account, page)));
    }

    /**
     * What was said in a conversation, newest first.
     *
     * @throws Refusal.NotFound {@code bot_conversation.not_found}
     */
    public CompletableFuture<Slice<BotMessage>> messages(Caller caller, Id<BotConversation> conversation, Page page) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().readAsync(from -> {
            BotConversation found = from.botConversations()
                    .find(conversation)
                    .orElseThrow(
                            () -> new Refusal.NotFound("bot_conversation.not_found", "There is no such conversation."));
            return from.botMessages().of(found.id(), page);
        });
    }

    /** As it is now; in a unit of its own, as whoever writes need not see what others count meanwhile. */
    private Shown shown(BotPlatform platform, @Nullable BotHealth health) {
        Instant now = foundation.now();
        return foundation
                .storage()
                .read((Repositories from) -> shown(
                        from,
                        platform,
                        health,
                        BotStatistics.lastDay(from, now, platform),
                        BotStatistics.accounts(from, List.of(platform))));
    }

    private Shown shown(
            Repositories from,
            BotPlatform platform,
            @Nullable BotHealth health,
            Map<BotPlatform, Long> messages,
            Map<BotPlatform, Long> accounts) {
        Optional<BotDirectory.Ready> ready = directory.find(from, platform);
        return new Shown(
                platform,
                from.botConfigurations().find(Words.of(platform)).orElse(null),
                ready.isPresent(),
                ready.map(BotReception::of).orElse(null),
                health,
                messages.getOrDefault(platform, 0L),
                accounts.getOrDefault(platform, 0L));
    }

    static Resource resource(BotPlatform platform) {
        return new Resource("bot", Words.of(platform));
    }
}
