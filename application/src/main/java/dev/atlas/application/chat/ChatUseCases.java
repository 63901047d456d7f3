package dev.atlas.application.chat;

import dev.atlas.application.Foundation;

/** What can be done with chats. */
public record ChatUseCases(ChatCatalog catalog, ChatLifecycle lifecycle, ChatLog log, ChatRetention retention) {

    public static ChatUseCases over(Foundation foundation) {
        ChatWrites writes = new ChatWrites(foundation);
        return new ChatUseCases(
                new ChatCatalog(foundation, writes),
                new ChatLifecycle(foundation, writes),
                new ChatLog(foundation),
                new ChatRetention(foundation));
    }
}
