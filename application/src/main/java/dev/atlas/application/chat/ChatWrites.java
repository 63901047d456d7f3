package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a session is changed: access, version and change in one unit of work. */
record ChatWrites(Foundation foundation) {

    /** In which state of the session: one of the methods of {@link ChatAccess}. */
    @FunctionalInterface
    interface Right {
        ChatSession check(Repositories repositories, Caller caller, Id<ChatSession> session);
    }

    /** A change that changes nothing writes nothing, and leaves the version. */
    Committed<ChatSession> change(
            Caller caller,
            Right right,
            Id<ChatSession> id,
            @Nullable Long ifVersion,
            UnaryOperator<ChatSession> change) {
        return foundation.storage().write(repositories -> {
            ChatSession before = right.check(repositories, caller, id);
            Refusal.Stale.unless(ifVersion, before.version());
            ChatSession after = change.apply(before);
            return after.equals(before) ? before : repositories.chatSessions().replace(after);
        });
    }
}
