package dev.atlas.domain.identity;

import dev.atlas.domain.Instants;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often sign-in failed for one account or from one address, or somebody on a chat platform sent a wrong code. From a
 * number of failures within a quarter of an hour on, each further one blocks for twice as long as the one before.
 *
 * @param subject {@code account:} and a username, {@code address:} and a network address, or {@code bot:}, a platform and
 *     whom it knows by this id
 * @param since the first of these failures
 * @param last the latest of them
 * @param blockedUntil nothing is tried before this time; absent below the limit
 */
public record FailedSignIns(
        String subject,
        long failures,
        Instant since,
        Instant last,
        @Nullable Instant blockedUntil,
        long version) {

    /** Failures older than this do not count. Source: decision on the sign-in throttle. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration FIRST_BLOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_BLOCK = WINDOW;
    private static final int MOST_DOUBLINGS = 10;

    public FailedSignIns {
        since = Instants.micros("since", since);
        last = Instants.micros("last", last);
        blockedUntil = Instants.microsOrNull("blocked_until", blockedUntil);
    }

    /** The first failure. */
    public static FailedSignIns first(String subject, Instant now) {
        return new FailedSignIns(subject, 1, now, now, null, 0);
    }

    public static String account(Username username) {
        return "account:" + username;
    }

    public static String address(String address) {
        return "address:" + address;
    }

    /** @param platform the word for it, which has no colon */
    public static String botUser(String platform, String platformUserId) {
        return "bot:" + platform + ":" + platformUserId;
    }

    /** How long nothing may be tried, or zero. */
    public Duration blockedFor(Instant now) {
        return blockedUntil == null || !now.isBefore(blockedUntil) || ofAnotherTime(now)
                ? Duration.ZERO
                : Duration.between(now, blockedUntil);
    }

    /** This and one more failure; blocks from {@code limit} failures on. */
    public FailedSignIns andOneMore(Instant now, int limit) {
        Instant countsUntil = (blockedUntil == null ? since : blockedUntil).plus(WINDOW);
        if (now.isAfter(countsUntil) || ofAnotherTime(now)) {
            return new FailedSignIns(subject, 1, now, now, null, version);
        }
        long count = failures + 1;
        Instant blocked = count < limit ? null : now.plus(block(count - limit));
        return new FailedSignIns(subject, count, since, now, blocked, version);
    }

    /** True if a clock wrote it that has been set back since: nobody is locked out for hours by a clock gone wrong. */
    private boolean ofAnotherTime(Instant now) {
        return last.isAfter(now.plus(WINDOW));
    }

    private static Duration block(long further) {
        Duration grown = FIRST_BLOCK.multipliedBy(1L << Math.min(further, MOST_DOUBLINGS));
        return grown.compareTo(LONGEST_BLOCK) < 0 ? grown : LONGEST_BLOCK;
    }
}
