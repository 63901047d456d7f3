package dev.atlas.platforms.telegram;

import dev.atlas.application.bots.platform.InboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened where the bot is. What it is neither of is of no interest to it.
 *
 * @param id grows by one with each update; what was asked for up to one is asked for again from the one after it
 * @param message what somebody said; absent if it is none
 * @param callbackId of a button that was pressed, which shows that it works until it is answered; absent if it is none
 */
public record TelegramUpdate(
        long id, @Nullable InboundMessage message, @Nullable String callbackId) {}
