package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;

/** What was said to bots and answered. It goes with its conversation. */
public interface BotMessages extends Aggregates<Id<BotMessage>, BotMessage> {

    /** What was said in this conversation, newest first (by time, then id). */
    Slice<BotMessage> of(Id<BotConversation> conversation, Page page);

    /** What everybody said since {@code time}, newest first (by time, then id). */
    Slice<BotMessage> since(Instant time, Page page);

    /** Up to {@code limit} said before {@code time}, the earliest first (then by id). */
    List<BotMessage> before(Instant time, int limit);
}
