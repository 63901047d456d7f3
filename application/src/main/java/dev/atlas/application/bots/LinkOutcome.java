package dev.atlas.application.bots;

import dev.atlas.domain.bots.BotAccount;
import java.time.Duration;

/** What came of a code that somebody sent to a bot. */
public sealed interface LinkOutcome {

    /**
     * They are this user from now on, or were before.
     *
     * @param username of the user
     * @param fresh false if the account was linked to the same user before
     */
    record Linked(BotAccount account, String username, boolean fresh) implements LinkOutcome {}

    /** The code is wrong, expired, spent, or of a user who may not use bots; which of these is told to nobody. */
    record Refused() implements LinkOutcome {}

    /** They are linked to another user, who must undo that first, or an administrator. The code is still good. */
    record OfAnotherUser() implements LinkOutcome {}

    /** Too many codes of theirs were wrong; nothing is looked at before the pause is over. */
    record TooMany(Duration pause) implements LinkOutcome {}
}
