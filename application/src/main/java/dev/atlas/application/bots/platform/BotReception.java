package dev.atlas.application.bots.platform;

/** How what is said on a platform comes to Atlas. */
public enum BotReception {
    /** The platform sends it to an address of Atlas. */
    WEBHOOK,
    /** Atlas asks for it. */
    POLLING,
    /** Atlas listens over a connection that it opens. */
    SOCKET;

    static BotReception of(BotDirectory.Ready bot) {
        if (bot.adapter().listens(bot.access())) {
            return SOCKET;
        }
        return bot.configuration().webhookUrl() == null && bot.adapter().polls() ? POLLING : WEBHOOK;
    }
}
