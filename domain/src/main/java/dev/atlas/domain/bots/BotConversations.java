package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** In how many something was said since {@code time}, for each of these platforms on which there are any. */
    @Unordered
    List<PlatformCount> counts(Collection<BotPlatform> platforms, Instant time);

    /** When something was said last in any of the conversations of each of these accounts that have one. */
    @Unordered
    List<LastMessage> lastMessages(Collection<Id<BotAccount>> accounts);
}
