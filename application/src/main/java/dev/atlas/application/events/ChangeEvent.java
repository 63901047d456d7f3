package dev.atlas.application.events;

import dev.atlas.domain.storage.Position;
import java.util.List;

/**
 * What one transaction changed, as far as the caller may see it.
 *
 * @param changes at least one
 */
public record ChangeEvent(Position position, List<TouchedRecord> changes) {

    public ChangeEvent {
        changes = List.copyOf(changes);
    }
}
