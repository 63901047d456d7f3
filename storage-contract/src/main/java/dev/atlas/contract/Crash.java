package dev.atlas.contract;

import java.util.List;
import java.util.UUID;

/**
 * What a killed engine left behind.
 *
 * @param acknowledged the units of {@link UnitWriter} whose commit was answered
 * @param half the unit that was running when the engine was killed
 */
public record Crash(List<UUID> acknowledged, UUID half) {

    public Crash {
        acknowledged = List.copyOf(acknowledged);
    }
}
