package dev.atlas.application.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.usage.TimeRange;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageRecordFilter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a statistic is about.
 *
 * @param start the first moment; absent for the beginning
 * @param end the last moment, which counts too; absent for ever
 */
public record UsageQuestion(
        UsageFilter calls,
        @Nullable Instant start,
        @Nullable Instant end) {

    /** Throws {@link InvalidValue} naming {@code end} if it is before the start. */
    public UsageQuestion {
        if (start != null && end != null && end.isBefore(start)) {
            throw new InvalidValue("end", "must not be before start");
        }
    }

    TimeRange range() {
        return new TimeRange(
                start == null ? Instants.EARLIEST : start,
                (end == null ? Instants.LATEST : end).plus(1, ChronoUnit.MICROS));
    }

    /** The records of these calls, only of this chat if there is one. */
    public UsageRecordFilter records(@Nullable Id<ChatSession> session) {
        TimeRange range = range();
        return new UsageRecordFilter(
                calls, session, start == null ? null : range.from(), end == null ? null : range.before());
    }
}
