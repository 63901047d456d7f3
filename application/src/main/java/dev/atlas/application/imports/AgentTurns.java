package dev.atlas.application.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The turns of agents that the predecessor's log of calls holds. It wrote each of them to the statistics of the playground as well,
 * at another price, so that whoever adds up both counts it twice. A turn in both is that of the log; the one beside it is of the
 * same session and agent, took the same tokens and was written within a minute. For one thread.
 */
final class AgentTurns {

    /** What tells one turn from another. */
    record Turn(String session, String agent, long prompt, long completion) {}

    private static final Duration APART = Duration.ofMinutes(1);

    private final Map<Turn, List<Instant>> logged = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    void logged(Turn turn, Instant at) {
        logged.computeIfAbsent(turn, unseen -> new ArrayList<>()).add(at);
    }

    /**
     * True if the log holds this turn; it stands for one turn only, which may be asked for again.
     *
     * @param row which tells of the turn
     */
    boolean take(UUID row, Turn turn, Instant at) {
        if (taken.contains(row)) {
            return true;
        }
        List<Instant> times = logged.getOrDefault(turn, List.of());
        for (Instant time : times) {
            if (Duration.between(time, at).abs().compareTo(APART) <= 0) {
                times.remove(time);
                return taken.add(row);
            }
        }
        return false;
    }
}
