package dev.atlas.application.bots.platform;

import dev.atlas.domain.bots.BotInbound;
import java.util.List;

/** What a webhook was found to say. */
public sealed interface WebhookReading {

    /** It comes from the platform, and says this; nothing, if it is about what bots do not care for. */
    record Told(List<BotInbound> updates) implements WebhookReading {
        public Told {
            updates = List.copyOf(updates);
        }
    }

    /** It comes from the platform, which wants to hear this to know that somebody is there. */
    record Challenged(String challenge) implements WebhookReading {}

    /** Nothing shows that it comes from the platform, or that it comes now. */
    record Forged() implements WebhookReading {}

    /** It comes from the platform, and cannot be read. */
    record Unreadable() implements WebhookReading {}
}
