package dev.atlas.persistence.bots;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param state {@code taken} if it has a worker, else {@code free} */
@MappedEntity("bot_lanes")
public record BotLaneRow(
        @Id UUID id,
        String platform,
        String state,
        @Nullable UUID worker,
        long renewals,
        long failures,
        @MappedProperty("due_at") @Micros Instant dueAt,
        @Version long version) {

    static final String FREE = "free";
    static final String TAKEN = "taken";
}
