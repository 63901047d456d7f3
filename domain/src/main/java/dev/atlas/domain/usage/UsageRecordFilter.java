package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted; null asks for nothing.
 *
 * @param session only of this chat
 * @param from only at this time or later
 * @param before only before this time
 */
public record UsageRecordFilter(
        UsageFilter calls,
        @Nullable Id<ChatSession> session,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Every record. */
    public static final UsageRecordFilter NONE = new UsageRecordFilter(UsageFilter.NONE, null, null, null);
}
