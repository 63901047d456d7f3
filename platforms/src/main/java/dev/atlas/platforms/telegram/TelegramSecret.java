package dev.atlas.platforms.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret that Telegram sends with each update, so that it is known that it is Telegram who does. */
public final class TelegramSecret {

    public static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private TelegramSecret() {}

    /** True if what was given is the secret; how long that takes tells nothing about it. There is no secret that lets everybody in. */
    public static boolean matches(String secret, @Nullable String given) {
        return given != null
                && !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
