package dev.atlas.domain.agents;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import org.jspecify.annotations.Nullable;

/** All presets. They go with their owner. Every list is newest first (by time of creation, then id). */
public interface ChatPresets extends Aggregates<Id<ChatPreset>, ChatPreset> {

    /** The unique rule on the names of an owner's presets, and on those of the system's. */
    String NAME_PER_OWNER = "chat_presets_name_per_owner";

    /**
     * Those of this owner; those of the system if null.
     *
     * @param agent only those of this agent; null for any
     */
    Slice<ChatPreset> ownedBy(@Nullable Id<User> owner, @Nullable String agent, Page page);

    /** Those that their owners share, whoever they are. */
    Slice<ChatPreset> shared(@Nullable String agent, Page page);
}
