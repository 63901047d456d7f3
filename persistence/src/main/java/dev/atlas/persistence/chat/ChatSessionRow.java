package dev.atlas.persistence.chat;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param titleFolded the title as {@link dev.atlas.domain.FoldedText} has it; searches look there */
@MappedEntity("chat_sessions")
public record ChatSessionRow(
        @Id UUID id,

        @MappedProperty("owner_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID ownerId,

        @Nullable String title,
        @MappedProperty("title_folded") @Nullable String titleFolded,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String agent,
        @JsonColumn Json variables,
        @MappedProperty("archived_at") @Micros @Nullable Instant archivedAt,
        @MappedProperty("message_count") long messageCount,
        @MappedProperty("prompt_tokens") long promptTokens,
        @MappedProperty("completion_tokens") long completionTokens,
        @MappedProperty("cost_usd") BigDecimal costUsd,
        @MappedProperty("unpriced_count") long unpricedCount,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
