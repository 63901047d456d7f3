package dev.atlas.application.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.TimeRange;
import dev.atlas.domain.usage.UsageFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What users have spent. */
public final class Spending {

    private static final Duration DAY = Duration.ofDays(1);

    private Spending() {}

    /** In US dollars, by this user on this day in UTC, exact; what has no price costs nothing. */
    public static BigDecimal onDay(Repositories from, Id<User> user, Instant now) {
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        TimeRange day = new TimeRange(midnight, midnight.plus(DAY));
        return new UsageSums(from, UsageFilter.NONE.of(user)).all(day).costUsd();
    }
}
