package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import org.jspecify.annotations.Nullable;

/** What a chat platform hears. */
@View
public record WebhookView(String status, @Nullable String challenge) {}
