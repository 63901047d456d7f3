package dev.atlas.persistence.bots;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param laneId absent once it is dealt with
 * @param partsSent of the reply; 0 as long as there is none
 */
@MappedEntity("bot_updates")
public record BotUpdateRow(
        @Id UUID id,
        String platform,
        @MappedProperty("update_id") String updateId,
        long ordinal,
        String conversation,
        String sender,
        @MappedProperty("sender_name") @Nullable String senderName,
        @MappedProperty("message_id") @Nullable String messageId,
        @Nullable String text,
        @JsonColumn Json address,
        @MappedProperty("lane_id") @Nullable UUID laneId,
        @Nullable String reply,
        @MappedProperty("parts_sent") long partsSent,
        boolean sending,
        boolean repeated,
        @MappedProperty("received_at") @Micros Instant receivedAt,
        @Version long version) {}
