package dev.atlas.application.events;

import dev.atlas.domain.storage.Position;
import java.util.List;

/**
 * Events in the order of commits.
 *
 * @param position after which to go on; it moves on over what the caller may not see
 */
public record EventPage(List<ChangeEvent> events, Position position) {

    public EventPage {
        events = List.copyOf(events);
    }
}
