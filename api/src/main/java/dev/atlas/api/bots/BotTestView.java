package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import org.jspecify.annotations.Nullable;

/** A message that a platform has taken. */
@View
public record BotTestView(@Nullable String messageId) {}
