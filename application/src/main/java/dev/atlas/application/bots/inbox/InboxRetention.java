package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.application.nodes.Sweeping;
import dev.atlas.domain.bots.BotUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Forgets that something came in once no platform tells it again. */
public final class InboxRetention implements AutoCloseable {

    /** Telegram keeps what it could not deliver for a day, Slack tries for an hour; a week leaves room for clocks that jump. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int SWEPT_AT_ONCE = 200;

    private final Foundation foundation;
    private final Sweeping sweeping = new Sweeping("updates that bots were told long ago", Duration.ofHours(1));

    InboxRetention(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Sweeps now and then, until it is closed. */
    public void begin() {
        sweeping.begin(this::sweep);
    }

    /** Returns how many updates are gone. */
    public int sweep() {
        Instant oldest = foundation.now().minus(KEPT);
        return sweeping.inUnits(SWEPT_AT_ONCE, () -> some(oldest));
    }

    private int some(Instant oldest) {
        return foundation
                .storage()
                .write(to -> {
                    List<BotUpdate> old = to.botUpdates().endedBefore(oldest, SWEPT_AT_ONCE);
                    old.forEach(update -> to.botUpdates().remove(update.id()));
                    return old.size();
                })
                .value();
    }

    @Override
    public void close() {
        sweeping.close();
    }
}
