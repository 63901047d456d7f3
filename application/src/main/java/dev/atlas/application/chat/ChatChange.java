package dev.atlas.application.chat;

import dev.atlas.application.Change;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatSession;

/**
 * A JSON Merge Patch of a session. What can be in none is refused at once.
 *
 * @param title cleared, the next words of the owner are the title
 * @param variables merged into the present ones, at every depth, null removes one; cleared, there are none
 */
public record ChatChange(
        Change<String> title, Change<String> provider, Change<String> model, Change<Json.Obj> variables) {

    private static final ChatDetails NONE = new ChatDetails(null, null, null);

    /** Throws {@link InvalidValue} if the details break a rule of {@link ChatSession}. */
    public ChatChange {
        of(NONE, title, provider, model, variables);
    }

    ChatDetails of(ChatDetails before) {
        return of(before, title, provider, model, variables);
    }

    private static ChatDetails of(
            ChatDetails before,
            Change<String> title,
            Change<String> provider,
            Change<String> model,
            Change<Json.Obj> variables) {
        return new ChatDetails(
                title.from(before.title()),
                provider.from(before.provider()),
                model.from(before.model()),
                Change.merged(before.variables(), variables));
    }
}
