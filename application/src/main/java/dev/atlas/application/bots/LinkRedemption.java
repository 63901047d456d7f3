package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.ActiveUsers;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.Throttle;
import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes codes that somebody sent to a bot. What is wrong is counted for whoever sent it and for every code it could have
 * hit, in the store, so that it does not matter on which node or under how many names somebody guesses.
 */
public final class LinkRedemption {

    static final String LOCKED_OUT = "bot_user.locked_out";
    static final String EXHAUSTED = "link_code.exhausted";

    /** A user of codes of their own must not start anew by that, so a right code takes back none of these. */
    private static final int PER_PLATFORM_USER = 5;

    /** More codes at once than a platform ever has; whoever guesses is kept to a few tries whatever their number. */
    private static final int COUNTED_AT_ONCE = 1000;

    private static final int RACES = 20;
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final Foundation foundation;
    private final CodeDigests digests;
    private final BotLinks links;
    private final Throttle throttle;
    private final Audit audit;

    LinkRedemption(Foundation foundation, CodeDigests digests, BotLinks links, Throttle throttle, Audit audit) {
        this.foundation = foundation;
        this.digests = digests;
        this.links = links;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Somebody on a platform. */
    private record Sender(
            BotPlatform platform, String id, @Nullable String name) {

        /** For the audit trail, which has no room for the longest. */
        Resource resource() {
            String whole = Words.of(platform) + ":" + id;
            int characters = whole.codePointCount(0, whole.length());
            return new Resource(
                    "bot_user", characters <= 200 ? whole : whole.substring(0, whole.offsetByCodePoints(0, 200)));
        }

        /** Whoever knows a code is its user, and not for that the user that others are. */
        WantedLink wanted() {
            return new WantedLink(platform, id, name, false);
        }

        String attempts() {
            return FailedSignIns.botUser(Words.of(platform), id);
        }
    }

    /**
     * Links whoever sent this code to the user it was given to. A code is spent by that, also of two who send it at once.
     *
     * @param platformUsername as people know them there, if the platform tells
     * @throws dev.atlas.domain.InvalidValue if nobody can have this id or this name
     */
    public LinkOutcome redeem(
            BotPlatform platform, String platformUserId, @Nullable String platformUsername, String code) {
        Sender sender = new Sender(platform, BotAccount.platformUserId(platformUserId), platformUsername);
        Duration pause = foundation.storage().read(from -> throttle.pause(from, sender.attempts()));
        return pause.isPositive()
                ? new LinkOutcome.TooMany(pause)
                : redeem(sender, CODE.matcher(code.strip()).matches() ? code.strip() : null, RACES);
    }

    /** Two at once may meet in one counter or one account: the later one looks again, at what the other left. */
    private LinkOutcome redeem(Sender sender, @Nullable String digits, int races) {
        List<String> possible = digits == null ? List.of() : digests.all(sender.platform(), digits);
        try {
            return foundation
                    .storage()
                    .write(to -> redeem(to, sender, possible))
                    .value();
        } catch (Conflict e) {
            if (races == 0) {
                throw e;
            }
            return redeem(sender, digits, races - 1);
        }
    }

    /** @param possible digests of what was sent; none if it cannot be a code */
    private LinkOutcome redeem(Repositories to, Sender sender, List<String> possible) {
        Duration pause = throttle.pause(to, sender.attempts());
        if (pause.isPositive()) {
            return new LinkOutcome.TooMany(pause);
        }
        Instant now = foundation.now();
        Optional<LinkCode> code =
                CodeDigests.find(to, sender.platform(), possible).filter(found -> found.usable(now));
        Optional<User> user =
                code.flatMap(found -> ActiveUsers.withPermission(to, found.userId(), Permission.BOTS_USE));
        if (code.isEmpty() || user.isEmpty()) {
            failed(to, sender);
            if (!possible.isEmpty()) {
                missed(to, sender, now);
            }
            return new LinkOutcome.Refused();
        }
        return link(to, sender, code.get().id(), user.get());
    }

    private LinkOutcome link(Repositories to, Sender sender, Id<LinkCode> code, User user) {
        Optional<BotLinks.Link> link = links.link(to, user, sender.wanted());
        if (link.isEmpty()) {
            failed(to, sender);
            return new LinkOutcome.OfAnotherUser();
        }
        if (!to.linkCodes().remove(code)) {
            throw new Conflict(Conflict.VERSION, null);
        }
        BotAccount account = link.get().account();
        audit.recordOnPlatform(
                to,
                user,
                sender.platform(),
                link.get().action(),
                BotLinks.resource(account),
                link.get().changes());
        return new LinkOutcome.Linked(
                account, user.username().value(), link.get().fresh());
    }

    private void failed(Repositories to, Sender sender) {
        FailedSignIns failed = throttle.count(to, sender.attempts(), PER_PLATFORM_USER);
        if (failed.blockedUntil() != null) {
            Changes until = Changes.NONE.instant("blocked_until", null, failed.blockedUntil());
            audit.recordOnPlatform(to, null, sender.platform(), LOCKED_OUT, sender.resource(), until);
        }
    }

    /** It could have been any of the codes that are good at this moment. */
    private void missed(Repositories to, Sender sender, Instant now) {
        for (LinkCode each : to.linkCodes().of(sender.platform(), COUNTED_AT_ONCE)) {
            if (each.usable(now)) {
                LinkCode missed = to.linkCodes().replace(each.missed());
                if (!missed.usable(now)) {
                    Resource owner = new Resource("user", missed.userId().toString());
                    audit.recordOnPlatform(to, null, sender.platform(), EXHAUSTED, owner, Changes.NONE);
                }
            }
        }
    }
}
