package dev.atlas.domain.bots;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bot that administrators have set up. Its tokens are secrets and not here.
 *
 * @param id the word for its platform, as there is one on each
 * @param botName what the bot is called there, without any sign before it; absent until the platform has told
 * @param webhookUrl where the platform sends what comes; absent if Atlas asks for it
 * @param extra what else the platform needs
 * @param place how far Atlas has got in what it asked for; 0 at first
 */
public record BotConfiguration(
        String id,
        BotPlatform platform,
        boolean enabled,
        @Nullable String botName,
        @Nullable String webhookUrl,
        Json.Obj extra,
        long place,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_URL = 2000;

    public BotConfiguration {
        id = Text.required("id", id, LONGEST_ID);
        botName = Text.optional("bot_name", botName, LONGEST_NAME);
        webhookUrl = Text.optional("webhook_url", webhookUrl, LONGEST_URL);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** Further on in what it asks for. */
    public BotConfiguration at(long next) {
        return new BotConfiguration(
                id, platform, enabled, botName, webhookUrl, extra, next, createdAt, updatedAt, version);
    }

    /** As its platform calls it. */
    public BotConfiguration named(@Nullable String name) {
        return new BotConfiguration(
                id, platform, enabled, name, webhookUrl, extra, place, createdAt, updatedAt, version);
    }

    /** In use, or not. */
    public BotConfiguration enabled(boolean use, Instant now) {
        return use == enabled
                ? this
                : new BotConfiguration(id, platform, use, botName, webhookUrl, extra, place, createdAt, now, version);
    }
}
