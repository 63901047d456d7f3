package dev.atlas.application.chat;

import dev.atlas.application.Change;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatSession;

/**
 * A JSON Merge Patch of a session. What can be in none is refused at once.
 *
 * @param title cleared, the next words of the owner are the title
 */
public record ChatChange(Change<String> title, Change<String> provider, Change<String> model) {

    private static final ChatDetails NONE = new ChatDetails(null, null, null);

    /** Throws {@link InvalidValue} if the details break a rule of {@link ChatSession}. */
    public ChatChange {
        of(NONE, title, provider, model);
    }

    ChatDetails of(ChatDetails before) {
        return of(before, title, provider, model);
    }

    private static ChatDetails of(
            ChatDetails before, Change<String> title, Change<String> provider, Change<String> model) {
        return new ChatDetails(
                title.from(before.title()), provider.from(before.provider()), model.from(before.model()));
    }
}
