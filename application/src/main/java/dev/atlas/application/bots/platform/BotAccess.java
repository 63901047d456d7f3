package dev.atlas.application.bots.platform;

import dev.atlas.domain.Json;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * With what Atlas speaks to a platform.
 *
 * @param token what the bot signs in with
 * @param secret what proves that a message to Atlas comes from the platform; absent if nothing may come
 * @param appToken with which Atlas may listen to the platform; absent if it may not, or shall not
 * @param botName what the bot is called there; absent until the platform has told
 * @param extra what else the platform needs
 * @param api where the platform is
 */
public record BotAccess(
        String token,
        @Nullable String secret,
        @Nullable String appToken,
        @Nullable String botName,
        Json.Obj extra,
        URI api) {

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "BotAccess[" + botName + ", " + api + "]";
    }
}
