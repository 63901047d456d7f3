package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.time.Instant;

/** When something was said last by an account, or answered to it. */
public record LastMessage(Id<BotAccount> accountId, Instant at) {

    public LastMessage {
        at = Instants.micros("at", at);
    }
}
