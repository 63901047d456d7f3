package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Repositories;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses: passwords, with 5 failures per account and 30 per address within 15 minutes, then pauses that
 * grow; and, by the same rules, whatever else names a subject and a limit. Kept in the store, so that it holds whichever node
 * is asked. Source: decision on the sign-in throttle.
 */
public record Throttle(Foundation foundation) {

    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 30;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int FORGOTTEN_AT_ONCE = 20;

    /** Throws {@link Refusal.TooMany} while either is blocked. */
    void check(Repositories from, @Nullable Username account, Caller.Origin origin) {
        Duration pause = Duration.ZERO;
        if (account != null) {
            pause = pause(from, FailedSignIns.account(account));
        }
        if (origin.address() != null) {
            Duration ofAddress = pause(from, FailedSignIns.address(origin.address()));
            pause = ofAddress.compareTo(pause) > 0 ? ofAddress : pause;
        }
        if (pause.isPositive()) {
            throw new Refusal.TooMany(
                    "sign_in.throttled", "Too many attempts failed; wait before the next one.", pause);
        }
    }

    void failed(Repositories to, @Nullable Username account, Caller.Origin origin) {
        if (account != null) {
            counted(to, FailedSignIns.account(account), PER_ACCOUNT);
        }
        if (origin.address() != null) {
            counted(to, FailedSignIns.address(origin.address()), PER_ADDRESS);
        }
        forgetOld(to);
    }

    /** The account's failures no longer count; those of the address do, or an attacker could use an account of their own. */
    void succeeded(Repositories to, Username account) {
        to.signInAttempts().remove(FailedSignIns.account(account));
    }

    /** How long this subject may try nothing, or zero. */
    public Duration pause(Repositories from, String subject) {
        return from.signInAttempts()
                .find(subject)
                .map(failed -> failed.blockedFor(foundation.now()))
                .orElse(Duration.ZERO);
    }

    /**
     * One more failure of this subject, which is blocked from {@code limit} within 15 minutes on.
     *
     * @return its failures with this one
     */
    public FailedSignIns count(Repositories to, String subject, int limit) {
        FailedSignIns failed = counted(to, subject, limit);
        forgetOld(to);
        return failed;
    }

    private FailedSignIns counted(Repositories to, String subject, int limit) {
        Instant now = foundation.now();
        return to.signInAttempts()
                .find(subject)
                .map(failed -> to.signInAttempts().replace(failed.andOneMore(now, limit)))
                .orElseGet(() -> to.signInAttempts().add(FailedSignIns.first(subject, now)));
    }

    private void forgetOld(Repositories to) {
        for (FailedSignIns old :
                to.signInAttempts().lastFailedBefore(foundation.now().minus(KEPT), FORGOTTEN_AT_ONCE)) {
            to.signInAttempts().remove(old.subject());
        }
    }
}
