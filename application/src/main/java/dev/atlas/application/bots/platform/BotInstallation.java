package dev.atlas.application.bots.platform;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.SecretAdministration;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.storage.Repositories;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a bot is set up: what is kept of it, and what its platform is told. */
record BotInstallation(
        Foundation foundation,
        BotDirectory directory,
        SecretAdministration secrets,
        Audit audit,
        RandomGenerator random) {

    private static final int SECRET_BYTES = 32;

    /** True if it was not there before. */
    boolean store(
            Repositories to, Caller caller, BotPlatformAdapter adapter, BotSetup setup, @Nullable Long ifVersion) {
        BotPlatform platform = adapter.platform();
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
                BotAdministration.resource(platform),
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
    @Nullable
    BotHealth registered(BotPlatform platform, BotSetup setup) {
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
}
