package dev.atlas.platforms.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram sends what happens.
 *
 * @param url empty if it waits to be asked
 * @param pending updates that wait
 * @param lastErrorAt when an update could not be delivered; absent if none lately
 * @param lastError why; absent as well
 */
public record TelegramWebhook(
        String url,
        int pending,
        @Nullable Instant lastErrorAt,
        @Nullable String lastError) {}
