package dev.atlas.platforms.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param thread of a forum; absent elsewhere
 */
public record TelegramChat(String id, @Nullable String thread) {}
