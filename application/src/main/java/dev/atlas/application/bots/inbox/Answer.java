package dev.atlas.application.bots.inbox;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to somebody.
 *
 * @param text in Markdown
 * @param conversation in which it is kept; absent if whoever asked is no user of Atlas
 * @param agent who says it; absent for the bot itself
 * @param session the chat it belongs to; absent for what a model did not say
 */
record Answer(
        String text,
        @Nullable BotConversation conversation,
        @Nullable String agent,
        @Nullable Id<ChatSession> session,
        Json.Arr toolCalls,
        @Nullable ChatUsage usage,
        @Nullable Long durationMs,
        @Nullable String error) {

    private static final Json.Arr NO_CALLS = new Json.Arr(List.of());

    /** Said by the bot itself. */
    static Answer plain(String text, @Nullable BotConversation conversation) {
        return new Answer(text, conversation, null, null, NO_CALLS, null, null, null);
    }

    /** The same as something that went wrong. */
    static Answer failed(String text, @Nullable BotConversation conversation, String error) {
        return new Answer(text, conversation, null, null, NO_CALLS, null, null, error);
    }
}
