package dev.atlas.api.chat;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.domain.chat.ChatEntry;

/** What the caller says in a chat. */
public record ChatMessageInput(
        @Limits(min = 1, max = ChatEntry.LONGEST) String content) implements Input {

    ChatEntry entry() {
        return ChatEntry.ofUser(content);
    }
}
