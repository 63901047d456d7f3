package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.switching.Switch;
import java.time.Instant;

/**
 * A switch that the store took part in.
 *
 * @param epoch the one that began with it
 * @param from the primary before
 * @param to its mirror then
 * @param state {@code draining}, {@code handed_over}, {@code completed}, {@code cancelled} or {@code forced}
 */
@View
public record StoreSwitchView(
        Id<Switch> id, long epoch, Id<Storage> from, Id<Storage> to, String state, Instant begunAt, Instant updatedAt) {

    static StoreSwitchView of(Switch entry) {
        return new StoreSwitchView(
                entry.id(),
                entry.epoch(),
                entry.from(),
                entry.to(),
                Words.of(entry.state()),
                entry.begunAt(),
                entry.updatedAt());
    }
}
