package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Guards;
import dev.atlas.persistence.Engine;
import jakarta.inject.Singleton;

/** A guard is a row that everybody who passes it writes; the schema brings one for each. */
@Singleton
record StoredGuards(GuardRows rows, Engine engine) implements Guards {

    @Override
    public void pass(String name) {
        engine.unit().writing();
        GuardRow row =
                rows.findById(name).orElseThrow(() -> new IllegalArgumentException("no guard is called " + name));
        rows.update(row);
    }
}
