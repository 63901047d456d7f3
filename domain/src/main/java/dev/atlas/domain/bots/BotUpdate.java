package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came in from a platform and was accepted: from then on it is answered, whatever happens to the node. It is kept for a while after
 * that, without its words, so that it is known if the platform tells it again.
 *
 * @param lane absent once it is dealt with
 * @param reply what is answered; absent until that is known, and for what needs no answer
 */
public record BotUpdate(
        Id<BotUpdate> id,
        BotInbound inbound,
        @Nullable Id<BotLane> lane,
        @Nullable BotReply reply,
        Instant receivedAt,
        long version) {

    public BotUpdate {
        receivedAt = Instants.micros("received_at", receivedAt);
    }

    /** One that has just come. */
    public static BotUpdate received(BotInbound inbound, Instant now) {
        return new BotUpdate(inbound.id(), inbound, inbound.lane(), null, now, 0);
    }

    /** True until it is dealt with. */
    public boolean open() {
        return lane != null;
    }

    /** With this as its answer, or as far as that is sent. */
    public BotUpdate with(BotReply answer) {
        return new BotUpdate(id, inbound, lane, answer, receivedAt, version);
    }

    /** Dealt with: nothing of it is kept but that it came. */
    public BotUpdate ended() {
        BotInbound known = new BotInbound(
                inbound.platform(),
                inbound.updateId(),
                inbound.ordinal(),
                inbound.conversation(),
                inbound.sender(),
                null,
                inbound.messageId(),
                null,
                Json.Obj.EMPTY);
        return new BotUpdate(id, known, null, null, receivedAt, version);
    }
}
