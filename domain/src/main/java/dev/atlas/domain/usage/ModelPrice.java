package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.time.Instant;

/** A price that administrators have set. A model has at most one at a provider from the same time on. */
public record ModelPrice(Id<ModelPrice> id, PriceEntry entry, Instant createdAt, Instant updatedAt, long version) {

    public ModelPrice {
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** This price with another entry; this very one if that says the same. */
    public ModelPrice with(PriceEntry other, Instant now) {
        return other.equals(entry) ? this : new ModelPrice(id, other, createdAt, now, version);
    }
}
