package dev.atlas.application.chat;

import dev.atlas.application.Refusal;
import dev.atlas.application.usage.Spending;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatAllowance;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.providers.ChatLimits;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** How much a user may still ask of models. Counted in the units of work that ask and answer, so that it holds on all nodes. */
record Allowance(Id<User> user, ChatLimits limits) {

    /** Minutes that are over are forgotten after this time, by whoever asks next. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int FORGOTTEN_AT_ONCE = 10;

    /** True if nothing need be counted or looked at. */
    boolean limitless() {
        return limits.equals(ChatLimits.NONE);
    }

    /**
     * Counts a request.
     *
     * @throws Refusal.TooMany {@code chat.request_limit}, {@code chat.token_limit}, {@code chat.cost_limit}; then none is counted
     */
    void ask(Repositories to, Instant now) {
        require(to, now);
        count(to, now);
    }

    /** Throws what {@link #ask} throws, and counts nothing. */
    void require(Repositories from, Instant now) {
        BigDecimal most = limits.costUsdPerDay();
        if (most != null && Spending.onDay(from, user, now).compareTo(most) >= 0) {
            throw new Refusal.TooMany(
                    "chat.cost_limit",
                    "This is all you may spend in a day; it goes on at midnight in UTC.",
                    until(now, ChronoUnit.DAYS));
        }
        if (limits.perMinute()) {
            requireLeft(used(from, now), now);
        }
    }

    /** Counts a request that was allowed when it began. */
    void count(Repositories to, Instant now) {
        if (limits.perMinute()) {
            store(to, used(to, now).withRequest());
            to.chatAllowances().usedBefore(now.minus(KEPT), FORGOTTEN_AT_ONCE).forEach(old -> to.chatAllowances()
                    .remove(old.user()));
        }
    }

    /** Counts what a question and its answer took. */
    void took(Repositories to, long tokens, Instant now) {
        if (limits.perMinute() && tokens > 0) {
            store(to, used(to, now).withTokens(tokens));
        }
    }

    /** Runs a unit that counts. Whose count begins at the same moment in another one is counted on in the second attempt. */
    static <R> Committed<R> written(Storage storage, Function<Repositories, R> unit) {
        try {
            return storage.write(unit);
        } catch (StorageException.Conflict e) {
            return storage.write(unit);
        }
    }

    private void requireLeft(ChatAllowance used, Instant now) {
        Integer requests = limits.requestsPerMinute();
        if (requests != null && used.requests() >= requests) {
            throw new Refusal.TooMany(
                    "chat.request_limit",
                    "You may ask " + requests + " times in a minute; wait for the next one.",
                    until(now, ChronoUnit.MINUTES));
        }
        Long tokens = limits.tokensPerMinute();
        if (tokens != null && used.tokens() >= tokens) {
            throw new Refusal.TooMany(
                    "chat.token_limit",
                    "You may use " + tokens + " tokens in a minute; wait for the next one.",
                    until(now, ChronoUnit.MINUTES));
        }
    }

    private ChatAllowance used(Repositories from, Instant now) {
        return from.chatAllowances()
                .find(user)
                .map(found -> found.at(now))
                .orElseGet(() -> ChatAllowance.unused(user, now));
    }

    private static void store(Repositories to, ChatAllowance used) {
        if (to.chatAllowances().find(used.user()).isPresent()) {
            to.chatAllowances().replace(used);
        } else {
            to.chatAllowances().add(used);
        }
    }

    private static Duration until(Instant now, ChronoUnit unit) {
        return Duration.between(now, now.truncatedTo(unit).plus(1, unit));
    }
}
