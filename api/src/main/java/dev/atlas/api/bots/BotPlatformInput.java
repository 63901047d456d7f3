package dev.atlas.api.bots;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.bots.platform.BotSetup;
import dev.atlas.domain.Json;
import org.jspecify.annotations.Nullable;

/** How a bot is to be set up; tokens that are left out stay as they are. */
public record BotPlatformInput(
        @Nullable @Limits(max = 4000) String token,
        @Nullable @Limits(max = 4000) String webhookSecret,
        @Nullable @Limits(max = 2000) String webhookUrl,
        Json.@Nullable Obj extra,
        @Nullable Boolean enabled)
        implements Input {

    BotSetup setup() {
        return new BotSetup(
                token,
                webhookSecret,
                webhookUrl,
                requireNonNullElse(extra, Json.Obj.EMPTY),
                requireNonNullElse(enabled, true));
    }
}
