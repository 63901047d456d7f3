package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Committed;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a session is changed: access, version and change in one unit of work. */
record ChatWrites(Foundation foundation) {

    /**
     * Changes one of the caller's; a change that changes nothing writes nothing, and leaves the version.
     *
     * @param change is asked when the version is known to be the one wanted, and refuses a chat in the wrong state
     */
    Committed<ChatSession> change(
            Caller caller, Id<ChatSession> id, @Nullable Long ifVersion, UnaryOperator<ChatSession> change) {
        return foundation.storage().write(repositories -> {
            ChatSession before = ChatAccess.owned(repositories, caller, id);
            Refusal.Stale.unless(ifVersion, before.version());
            ChatSession after = change.apply(before);
            return after.equals(before) ? before : repositories.chatSessions().replace(after);
        });
    }
}
