package dev.atlas.application.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives users the codes with which they prove on a chat platform who they are. */
public final class LinkCodeIssue {

    private static final int CODES = 1_000_000;
    private static final int DRAWS = 20;

    /** A code just made; its digits are shown this once and kept nowhere. */
    public record Issued(BotPlatform platform, String digits, Instant expiresAt) {

        /** Leaves the digits out. */
        @Override
        public String toString() {
            return "Issued[" + platform + ", " + expiresAt + "]";
        }
    }

    private final Foundation foundation;
    private final CodeDigests digests;
    private final LinkCodeSweep sweep;
    private final RandomGenerator random;

    LinkCodeIssue(Foundation foundation, CodeDigests digests, LinkCodeSweep sweep, RandomGenerator random) {
        this.foundation = foundation;
        this.digests = digests;
        this.sweep = sweep;
        this.random = random;
    }

    /**
     * Gives the caller a code for a platform. One that was given to them before is worthless from now on.
     *
     * @throws Refusal.NotYet {@code link_code.none_free} if nearly all codes are in use
     */
    public Committed<Issued> issue(Caller caller, BotPlatform platform) {
        caller.require(Permission.BOTS_USE);
        for (int draw = 0; draw < DRAWS; draw++) {
            String digits = "%06d".formatted(random.nextInt(CODES));
            Optional<Committed<Issued>> issued = unlessTaken(caller.user(), platform, digits);
            if (issued.isPresent()) {
                return issued.get();
            }
        }
        throw new Refusal.NotYet(
                "link_code.none_free", "No code is free at this moment; ask again.", Duration.ofSeconds(5));
    }

    /** Empty if these digits are somebody's already, or another code was given to the user at the same moment. */
    private Optional<Committed<Issued>> unlessTaken(Id<User> user, BotPlatform platform, String digits) {
        List<String> all = digests.all(platform, digits);
        try {
            Committed<Optional<Issued>> written = foundation.storage().write(to -> {
                sweep.some(to);
                if (CodeDigests.find(to, platform, all).isPresent()) {
                    return Optional.empty();
                }
                LinkCode code = put(to, user, platform, all.getFirst());
                return Optional.of(new Issued(platform, digits, code.expiresAt()));
            });
            return written.value().map(issued -> new Committed<>(issued, written.position()));
        } catch (Conflict e) {
            if (e.rule().equals(Conflict.REFERENCE)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private LinkCode put(Repositories to, Id<User> user, BotPlatform platform, String digest) {
        LinkCodes codes = to.linkCodes();
        Instant now = foundation.now();
        Instant end = now.plus(LinkCode.LIFE);
        return codes.of(user, platform)
                .map(old -> codes.replace(new LinkCode(old.id(), user, platform, digest, 0, now, end, old.version())))
                .orElseGet(
                        () -> codes.add(new LinkCode(foundation.ids().next(), user, platform, digest, 0, now, end, 0)));
    }
}
