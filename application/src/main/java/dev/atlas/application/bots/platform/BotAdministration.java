package dev.atlas.application.bots.platform;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.Placed;
import dev.atlas.application.identity.SecretAdministration;
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
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Setting up bots, and seeing how they do. Tokens go in and are never given out. */
public final class BotAdministration {

    private static final int SECRET_BYTES = 32;
    private static final String TEST = "This is a test of Atlas. All is well.";

    /**
     * A bot as administrators see it.
     *
     * @param configuration absent if it was never set up
     * @param configured true if it has all it needs
     * @param reception how what is said comes to Atlas; absent unless it is configured
     * @param health absent unless the platform was asked
     */
    public record Shown(
            BotPlatform platform,
            @Nullable BotConfiguration configuration,
            boolean configured,
            @Nullable BotReception reception,
            @Nullable BotHealth health) {}

    private final Foundation foundation;
    private final BotDirectory directory;
    private final SecretAdministration secrets;
    private final Audit audit;
    private final RandomGenerator random;

    BotAdministration(
            Foundation foundation,
            BotDirectory directory,
            SecretAdministration secrets,
            Audit audit,
            RandomGenerator random) {
        this.foundation = foundation;
        this.directory = directory;
        this.secrets = secrets;
        this.audit = audit;
        this.random = random;
    }

    /** All platforms; none of them is asked. */
    public CompletableFuture<List<Shown>> list(Caller caller) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().readAsync(from -> Arrays.stream(BotPlatform.values())
                .map(platform -> shown(from, platform, null))
                .toList());
    }

    /** One of them, with what it says of the bot at this moment; waits for that. */
    public Shown get(Caller caller, BotPlatform platform) {
        caller.require(Permission.BOTS_MANAGE);
        Optional<BotDirectory.Ready> ready =
                foundation.storage().read((Repositories from) -> directory.find(from, platform));
        BotHealth health = ready.map(bot -> bot.adapter().health(bot.access())).orElse(null);
        return foundation.storage().read((Repositories from) -> shown(from, platform, health));
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
                foundation.storage().write(to -> store(to, caller, platform, adapter, setup, ifVersion));
        BotHealth health = registered(platform, setup);
        Shown shown = foundation.storage().read((Repositories from) -> shown(from, platform, health));
        return new Committed<>(new Placed<>(shown, stored.value()), stored.position());
    }

    /**
     * Puts it into use, or out of it.
     *
     * @throws Refusal.NotFound {@code bot.not_configured}
     */
    public Committed<Shown> enable(Caller caller, BotPlatform platform, boolean use, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().write(to -> {
            BotConfiguration before =
                    to.botConfigurations().find(Words.of(platform)).orElseThrow(BotWebhooks::notConfigured);
            Refusal.Stale.unless(ifVersion, before.version());
            BotConfiguration after = before.enabled(use, foundation.now());
            if (!after.equals(before)) {
                to.botConfigurations().replace(after);
                audit.record(to, caller, use ? "bot.enabled" : "bot.disabled", resource(platform), Changes.NONE);
            }
            return shown(to, platform, null);
        });
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
    public CompletableFuture<Slice<BotConversation>> conversations(
            Caller caller, @Nullable BotPlatform platform, @Nullable Id<BotAccount> account, Page page) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().readAsync(from -> from.botConversations().list(platform, account, page));
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

    /** True if it was not there before. */
    private boolean store(
            Repositories to,
            Caller caller,
            BotPlatform platform,
            BotPlatformAdapter adapter,
            BotSetup setup,
            @Nullable Long ifVersion) {
        Instant now = foundation.now();
        Optional<BotConfiguration> before = to.botConfigurations().find(Words.of(platform));
        Refusal.Stale.unless(ifVersion, before.map(BotConfiguration::version).orElse(0L));
        if (setup.appToken() != null && !adapter.takesAppToken()) {
            throw new InvalidValue("app_token", "is not used on this platform");
        }
        keep(to, caller, BotSecrets.token(platform), setup.token(), null);
        keep(to, caller, BotSecrets.appToken(platform), setup.appToken(), null);
        keep(to, caller, BotSecrets.secret(platform), setup.secret(), adapter.choosesSecret() ? newSecret() : null);
        must(to, BotSecrets.token(platform), "token");
        if (to.secrets().find(BotSecrets.appToken(platform)).isEmpty()) {
            must(to, BotSecrets.secret(platform), "webhook_secret");
        }
        BotConfiguration wanted = new BotConfiguration(
                Words.of(platform),
                platform,
                setup.enabled(),
                before.map(BotConfiguration::botName).orElse(null),
                setup.webhookUrl(),
                setup.extra(),
                before.map(BotConfiguration::place).orElse(0L),
                before.map(BotConfiguration::createdAt).orElse(now),
                now,
                before.map(BotConfiguration::version).orElse(0L));
        if (before.isPresent()) {
            to.botConfigurations().replace(wanted);
        } else {
            to.botConfigurations().add(wanted);
        }
        audit.record(
                to,
                caller,
                "bot.set",
                resource(platform),
                Changes.NONE.text(
                        "webhook_url", before.map(BotConfiguration::webhookUrl).orElse(null), wanted.webhookUrl()));
        return before.isEmpty();
    }

    /** @param made if there is none and none is given; null if there may be none */
    private void keep(Repositories to, Caller caller, SecretName name, @Nullable String given, @Nullable String made) {
        String value = given == null && to.secrets().find(name).isEmpty() ? made : given;
        if (value != null) {
            secrets.keep(to, caller, name, value);
        }
    }

    private static void must(Repositories to, SecretName name, String field) {
        if (to.secrets().find(name).isEmpty()) {
            throw new InvalidValue(field, "must be given the first time");
        }
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Asks the platform who the bot is, and tells it where to send what comes. Null if it was taken out of use. */
    private @Nullable BotHealth registered(BotPlatform platform, BotSetup setup) {
        BotDirectory.Ready bot = directory.enabled(platform).orElse(null);
        if (bot == null) {
            return null;
        }
        BotHealth health = bot.adapter().health(bot.access());
        if (!health.healthy()) {
            return health;
        }
        named(platform, health.botName());
        try {
            if (setup.webhookUrl() == null) {
                bot.adapter().unregister(bot.access());
            } else {
                bot.adapter().register(bot.access(), URI.create(setup.webhookUrl()));
            }
            return bot.adapter().health(bot.access());
        } catch (PlatformFailure e) {
            return BotHealth.broken(e.problem().code());
        }
    }

    private void named(BotPlatform platform, @Nullable String name) {
        foundation.storage().write(to -> {
            to.botConfigurations()
                    .find(Words.of(platform))
                    .filter(bot -> !Objects.equals(bot.botName(), name))
                    .ifPresent(bot -> to.botConfigurations().replace(bot.named(name)));
            return true;
        });
    }

    private Shown shown(Repositories from, BotPlatform platform, @Nullable BotHealth health) {
        Optional<BotDirectory.Ready> ready = directory.find(from, platform);
        return new Shown(
                platform,
                from.botConfigurations().find(Words.of(platform)).orElse(null),
                ready.isPresent(),
                ready.map(BotReception::of).orElse(null),
                health);
    }

    private static Resource resource(BotPlatform platform) {
        return new Resource("bot", Words.of(platform));
    }
}
