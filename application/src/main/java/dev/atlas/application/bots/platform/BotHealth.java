package dev.atlas.application.bots.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a platform says of a bot.
 *
 * @param healthy true if it knows the bot and its token
 * @param botName what it is called there, without any sign before it; absent if that is not known
 * @param webhookUrl where the platform sends what comes; absent if it does not, or does not tell
 * @param error why it is not healthy, as a word of ours such as {@code telegram.unauthorized}
 */
public record BotHealth(
        boolean healthy,
        @Nullable String botName,
        @Nullable String webhookUrl,
        @Nullable String error) {

    public static BotHealth broken(String error) {
        return new BotHealth(false, null, null, error);
    }
}
