package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotReply;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;

/**
 * What people are told on their platform though they have asked nothing: stored in the unit of work that it is about, as an answer that
 * is ready, and sent as answers are.
 */
record BotNotices(Foundation foundation) {

    /** Tells it to them alone. Teams knows no way to somebody but a conversation, so nobody is told there. */
    void tell(Repositories to, BotAccount whom, String text) {
        if (whom.platform() == BotPlatform.TEAMS) {
            return;
        }
        Instant now = foundation.now();
        BotInbound unasked = new BotInbound(
                whom.platform(),
                "atlas:" + foundation.ids().next(),
                0,
                whom.platformUserId(),
                whom.platformUserId(),
                whom.platformUsername(),
                null,
                null,
                Json.Obj.EMPTY);
        to.botUpdates().add(BotUpdate.received(unasked, now).with(BotReply.of(text)));
        to.botLanes()
                .find(unasked.lane())
                .ifPresentOrElse(there -> to.botLanes().replace(there), () -> to.botLanes()
                        .add(BotLane.of(unasked, now)));
    }
}
