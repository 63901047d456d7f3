package dev.atlas.application.bots.platform;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a bot is to be set up.
 *
 * @param token what it signs in with; absent to leave it as it is
 * @param secret what proves that a message comes from the platform; absent to leave it as it is, or where Atlas may choose it to have one made
 * @param appToken with which Atlas listens to the platform while nothing is sent to an address; absent to leave it as it is
 * @param webhookUrl where the platform shall send what comes: with https, or on this machine; absent if it shall send nothing
 * @param extra what else the platform needs
 */
public record BotSetup(
        @Nullable String token,
        @Nullable String secret,
        @Nullable String appToken,
        @Nullable String webhookUrl,
        Json.Obj extra,
        boolean enabled) {

    private static final int LONGEST = 4000;
    private static final Pattern ADDRESS =
            Pattern.compile("https://[^\\s]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s]*)?");

    public BotSetup {
        token = Text.optional("token", token, LONGEST);
        secret = Text.optional("webhook_secret", secret, LONGEST);
        appToken = Text.optional("app_token", appToken, LONGEST);
        webhookUrl = Text.optional("webhook_url", webhookUrl, 2000);
        if (webhookUrl != null && (!ADDRESS.matcher(webhookUrl).matches() || !isAddress(webhookUrl))) {
            throw new InvalidValue("webhook_url", "must be an address with https");
        }
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "BotSetup[" + webhookUrl + ", " + enabled + "]";
    }
}
