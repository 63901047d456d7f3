package dev.atlas.application.bots.platform;

import dev.atlas.application.Foundation;
import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.inbox.BotChannels;
import dev.atlas.application.identity.SecretAdministration;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bots as they are set up at this moment: nothing is remembered, so that a change counts at once on every node. */
record BotDirectory(Foundation foundation, SecretAdministration secrets, BotPlatforms platforms)
        implements BotChannels {

    /** A bot that can be used. */
    record Ready(BotConfiguration configuration, BotPlatformAdapter adapter, BotAccess access) {}

    /** Empty unless it is set up, with a token, whether it is enabled or not. */
    Optional<Ready> find(Repositories from, BotPlatform platform) {
        return from.botConfigurations().find(Words.of(platform)).flatMap(bot -> platforms
                .adapter(platform)
                .flatMap(adapter -> secrets.value(from, BotSecrets.token(platform))
                        .map(token -> new Ready(bot, adapter, access(from, bot, adapter, token)))));
    }

    /** Empty unless it is set up and enabled. */
    Optional<Ready> enabled(BotPlatform platform) {
        return foundation
                .storage()
                .read((Repositories from) -> find(from, platform))
                .filter(ready -> ready.configuration().enabled());
    }

    @Override
    public Optional<BotChannel> to(BotPlatform platform) {
        return enabled(platform).map(ready -> ready.adapter().channel(ready.access()));
    }

    private BotAccess access(Repositories from, BotConfiguration bot, BotPlatformAdapter adapter, String token) {
        return new BotAccess(
                token,
                secrets.value(from, BotSecrets.secret(bot.platform())).orElse(null),
                listening(from, bot, adapter),
                bot.botName(),
                bot.extra(),
                platforms.api(adapter));
    }

    /** Whoever has an address to which everything is sent listens to nothing. */
    private @Nullable String listening(Repositories from, BotConfiguration bot, BotPlatformAdapter adapter) {
        return adapter.takesAppToken() && bot.webhookUrl() == null
                ? secrets.value(from, BotSecrets.appToken(bot.platform())).orElse(null)
                : null;
    }
}
