package dev.atlas.persistence.switching;

import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switches;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredSwitches extends StoredById<Switch, SwitchRow> implements Switches {

    StoredSwitches(SwitchRows rows, SwitchRowMapper mapper, Engine engine) {
        super(SwitchRow.class, rows, mapper, engine);
    }

    @Override
    public List<Switch> newest(int limit) {
        return all(Listing.of(SwitchRow.class).descending("begun_at", "id").atMost(limit));
    }
}
