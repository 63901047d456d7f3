package dev.atlas.persistence.bots;

import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("bot_accounts")
@UniqueRule(
        name = BotAccounts.ONE_PER_PLATFORM_USER,
        columns = {"platform", "platform_user_id"})
public record BotAccountRow(
        @Id UUID id,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        String platform,
        @MappedProperty("platform_user_id") String platformUserId,
        @MappedProperty("platform_username") @Nullable String platformUsername,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
