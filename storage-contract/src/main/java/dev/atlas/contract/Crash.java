package dev.atlas.contract;

import java.util.List;
import java.util.UUID;

/**
 * What a crash left behind.
 *
 * @param acknowledged the units of {@link UnitWriter} whose commit was answered
 * @param running those that had begun and not been acknowledged
 */
public record Crash(List<UUID> acknowledged, List<UUID> running) {

    public Crash {
        acknowledged = List.copyOf(acknowledged);
        running = List.copyOf(running);
    }
}
