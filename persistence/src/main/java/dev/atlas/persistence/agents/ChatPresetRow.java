package dev.atlas.persistence.agents;

import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.TextsColumn;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param scope within what the name is unique: the owner's id, or {@link #SYSTEM}; never absent, as engines do not agree on
 *     whether nothing equals nothing
 */
@MappedEntity("chat_presets")
@UniqueRule(
        name = ChatPresets.NAME_PER_OWNER,
        columns = {"scope", "name"})
public record ChatPresetRow(
        @Id UUID id,

        @MappedProperty("owner_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE) @Nullable
        UUID ownerId,

        UUID scope,
        String name,
        @Nullable String description,
        String agent,
        boolean shared,
        @Nullable String provider,
        @Nullable String model,
        @Nullable BigDecimal temperature,
        @MappedProperty("max_tokens") @Nullable Long maxTokens,
        @MappedProperty("system_prompt") @Nullable String systemPrompt,
        @MappedProperty("tools_enabled") boolean toolsEnabled,
        @TextsColumn List<String> tools,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {

    /** Nobody's id. */
    static final UUID SYSTEM = new UUID(0, 0);
}
