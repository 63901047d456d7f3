package dev.atlas.api.bots;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.bots.platform.BotSetup;
import dev.atlas.domain.Json;
import org.jspecify.annotations.Nullable;

/** How a bot is to be set up; tokens that are left out stay as they are. */
public record BotSetupInput(
        @Nullable @Limits(max = 4000) String token,
        @Nullable @Limits(max = 4000) String webhookSecret,
        @Nullable @Limits(max = 4000) String appToken,
        @Nullable @Limits(pattern = ADDRESS) String webhookUrl,
        Json.@Nullable Obj extra,
        @Nullable Boolean enabled)
        implements Input {

    /** Narrower than what is taken, so that whoever makes addresses up from it makes some that can be one. */
    static final String ADDRESS = "^https://[a-z]([a-z0-9-]{0,30}[a-z0-9])?(\\.[a-z]([a-z0-9-]{0,30}[a-z0-9])?){0,3}"
            + "(:[1-9][0-9]{0,3})?(/[A-Za-z0-9._-]{1,30}){0,6}/?$";

    BotSetup setup() {
        return new BotSetup(
                token,
                webhookSecret,
                appToken,
                webhookUrl,
                requireNonNullElse(extra, Json.Obj.EMPTY),
                requireNonNullElse(enabled, true));
    }
}
