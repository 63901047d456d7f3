package dev.atlas.platforms.slack;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where Slack is, and as which app it is spoken to.
 *
 * @param address of the Web API, of administrators' choice or {@link #USUAL}
 * @param botToken begins with {@code xoxb-}
 * @param appToken begins with {@code xapp-}; absent if there is no Socket Mode
 */
public record SlackAccess(
        URI address, String botToken, @Nullable String appToken) {

    public static final URI USUAL = URI.create("https://slack.com/api");

    URI method(String name) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + name);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "SlackAccess[" + address + "]";
    }
}
