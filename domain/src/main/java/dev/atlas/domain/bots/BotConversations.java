package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import org.jspecify.annotations.Nullable;

/** Conversations with bots. They go with their account. Every list is newest first (by time of the last message, then id). */
public interface BotConversations extends Aggregates<Id<BotConversation>, BotConversation> {

    /**
     * Those of everybody.
     *
     * @param platform only those there; null for all
     * @param account only those of this account; null for all
     */
    Slice<BotConversation> list(@Nullable BotPlatform platform, @Nullable Id<BotAccount> account, Page page);
}
