package dev.atlas.application.bots.platform;

import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.SecretName;

/** Under which names the secrets of bots are kept. */
public final class BotSecrets {

    private BotSecrets() {}

    /** What the bot signs in with. */
    public static SecretName token(BotPlatform platform) {
        return new SecretName("bot." + Words.of(platform) + ".token");
    }

    /** What proves that a message comes from the platform. */
    public static SecretName secret(BotPlatform platform) {
        return new SecretName("bot." + Words.of(platform) + ".secret");
    }

    /** With which Atlas listens to the platform. */
    public static SecretName appToken(BotPlatform platform) {
        return new SecretName("bot." + Words.of(platform) + ".app_token");
    }
}
