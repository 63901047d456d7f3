package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.identity.User;
import java.time.Instant;

/**
 * A call that some node is at and of which nothing else is stored yet, so that it is known of if that node dies. It goes in the unit of
 * work that adds its {@link UsageRecord}, which has the same id. Calls whose answers have a place among the messages of a chat need
 * none.
 *
 * @param version one higher with each renewal by its node
 */
public record PendingCall(
        Id<PendingCall> id, Id<User> userId, String provider, String model, Instant startedAt, long version) {

    public PendingCall {
        startedAt = Instants.micros("started_at", startedAt);
    }

    /** Of what it took, once that is known or given up. */
    public Id<UsageRecord> recordId() {
        return new Id<>(id.value());
    }
}
