package dev.atlas.api.http;

import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;

/** That something went wrong after somebody's words were stored in a chat: whoever said them is told where they are. */
public final class InChat extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Id<ChatSession> session;

    public InChat(Id<ChatSession> session, RuntimeException cause) {
        super(null, cause, false, false);
        this.session = session;
    }

    Id<ChatSession> session() {
        return session;
    }
}
