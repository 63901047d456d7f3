package dev.atlas.platforms.telegram;

import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where Telegram is, and as which bot it is spoken to.
 *
 * @param address of administrators' choice or {@link #USUAL}, without the part with the token
 */
public record TelegramAccess(URI address, String token) {

    public static final URI USUAL = URI.create("https://api.telegram.org");

    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");

    /** Throws {@link PlatformFailure} if no bot can have that token: it becomes part of an address. */
    public TelegramAccess {
        if (!TOKEN.matcher(token).matches()) {
            throw new PlatformFailure(new PlatformProblem.TokenRefused());
        }
    }

    URI method(String name) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "bot" + token + "/" + name);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramAccess[" + address + "]";
    }
}
