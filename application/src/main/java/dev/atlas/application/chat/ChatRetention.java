package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.application.nodes.Sweeping;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.EnvironmentSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgets chats in which nothing was said or changed for as long as the deployment keeps them. */
public final class ChatRetention implements AutoCloseable {

    private static final String SETTING = "ATLAS_CHAT_KEPT";
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** With all their messages in one unit of work: few, so that no unit is long. */
    private static final int SWEPT_AT_ONCE = 20;

    private final Foundation foundation;
    private final Sweeping sweeping = new Sweeping("chats that were kept for long enough", Duration.ofHours(1));

    ChatRetention(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * How long chats are kept; empty for ever.
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

    /** Removes all chats that were not updated for this long, with their messages. Returns how many there were. */
    public int sweep(Duration kept) {
        Instant oldest = foundation.now().minus(kept);
        return sweeping.inUnits(SWEPT_AT_ONCE, () -> some(oldest));
    }

    private int some(Instant oldest) {
        return foundation
                .storage()
                .write(to -> {
                    List<ChatSession> old = to.chatSessions().updatedBefore(oldest, SWEPT_AT_ONCE);
                    old.forEach(session -> to.chatSessions().remove(session.id()));
                    return old.size();
                })
                .value();
    }

    @Override
    public void close() {
        sweeping.close();
    }
}
