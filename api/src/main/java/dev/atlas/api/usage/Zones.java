package dev.atlas.api.usage;

import dev.atlas.domain.InvalidValue;
import java.time.ZoneId;

/** Time zones by their names. */
final class Zones {

    private Zones() {}

    /** Throws {@link InvalidValue} naming {@code zone} for a text that is no name of a zone; offsets are none. */
    static ZoneId read(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new InvalidValue("zone", "must be the name of a time zone such as UTC or Europe/Berlin");
        }
        return ZoneId.of(name);
    }
}
