package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.application.nodes.Sweeping;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.storage.EnvironmentSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgets what was said to bots and answered, once the deployment keeps it no longer. */
public final class BotMessageRetention implements AutoCloseable {

    private static final String SETTING = "ATLAS_BOTS_KEPT";
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int SWEPT_AT_ONCE = 200;

    private final Foundation foundation;
    private final Sweeping sweeping =
            new Sweeping("messages of bots that were kept for long enough", Duration.ofHours(1));

    BotMessageRetention(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * How long messages are kept; empty for ever.
     *
     * @throws dev.atlas.domain.storage.CannotOpen if the setting is there and no time
     */
    public static Optional<Duration> kept(Map<String, String> environment) {
        Duration kept = new EnvironmentSettings(environment).duration(SETTING, Duration.ZERO, LONGEST);
        return kept.isZero() ? Optional.empty() : Optional.of(kept);
    }

    /** Sweeps now and then, until it is closed. */
    public void begin(Duration kept) {
        sweeping.begin(() -> sweep(kept));
    }

    /** Removes all messages that are older. Returns how many there were. */
    public int sweep(Duration kept) {
        Instant oldest = foundation.now().minus(kept);
        return sweeping.inUnits(SWEPT_AT_ONCE, () -> some(oldest));
    }

    private int some(Instant oldest) {
        return foundation
                .storage()
                .write(to -> {
                    List<BotMessage> old = to.botMessages().before(oldest, SWEPT_AT_ONCE);
                    old.forEach(message -> to.botMessages().remove(message.id()));
                    return old.size();
                })
                .value();
    }

    @Override
    public void close() {
        sweeping.close();
    }
}
