package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.platform.BotAdministration;
import dev.atlas.application.bots.platform.BotHealth;
import dev.atlas.application.bots.platform.BotReception;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotPlatform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform and the bot on it. Its tokens are shown to nobody.
 *
 * @param messages_24h of the last 24 hours; named as on the wire, since no name in camel case becomes that
 */
@View
public record BotStatusView(
        BotPlatform platform,
        boolean configured,
        boolean enabled,
        @Nullable BotReception reception,
        @Nullable Boolean healthy,
        @Nullable String botName,
        @Nullable String webhookUrl,
        @Nullable String registeredUrl,
        @Nullable String error,
        long messages_24h,
        long linkedAccounts,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        long version) {

    static BotStatusView of(BotAdministration.Shown shown) {
        BotConfiguration bot = shown.configuration();
        BotHealth health = shown.health();
        return new BotStatusView(
                shown.platform(),
                shown.configured(),
                bot != null && bot.enabled(),
                shown.reception(),
                health == null ? null : (Boolean) health.healthy(),
                bot == null ? null : bot.botName(),
                bot == null ? null : bot.webhookUrl(),
                health == null ? null : health.webhookUrl(),
                health == null ? null : health.error(),
                shown.messagesLastDay(),
                shown.linkedAccounts(),
                bot == null ? null : bot.createdAt(),
                bot == null ? null : bot.updatedAt(),
                bot == null ? 0 : bot.version());
    }
}
