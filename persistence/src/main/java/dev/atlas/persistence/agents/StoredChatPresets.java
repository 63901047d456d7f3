package dev.atlas.persistence.agents;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredChatPresets extends StoredById<ChatPreset, ChatPresetRow> implements ChatPresets {

    StoredChatPresets(ChatPresetRows rows, ChatPresetRowMapper mapper, Engine engine) {
        super(ChatPresetRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<ChatPreset> ownedBy(@Nullable Id<User> owner, @Nullable String agent, Page page) {
        return page(wanted("scope", ChatPresetRowMapper.scope(owner)), agent, page);
    }

    @Override
    public Slice<ChatPreset> shared(@Nullable String agent, Page page) {
        return page(wanted("shared", true), agent, page);
    }

    private static Listing<ChatPresetRow> wanted(String column, Object value) {
        return Listing.of(ChatPresetRow.class).whereEqual(column, value);
    }

    private Slice<ChatPreset> page(Listing<ChatPresetRow> wanted, @Nullable String agent, Page page) {
        return Slice.of(
                all(wanted.whereEqual("agent", agent).newestFirst("created_at", page)),
                page.limit(),
                preset -> new Cursor(preset.createdAt(), preset.id().value()));
    }
}
