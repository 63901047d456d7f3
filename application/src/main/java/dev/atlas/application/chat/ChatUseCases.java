package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.application.providers.ProviderUseCases;

/** What can be done with chats. */
public record ChatUseCases(
        ChatCatalog catalog, ChatLifecycle lifecycle, ChatLog log, ChatTurns turns, ChatRetention retention) {

    public static ChatUseCases over(Foundation foundation, ProviderUseCases providers) {
        ChatLog log = new ChatLog(foundation);
        ChatWrites writes = new ChatWrites(foundation);
        return new ChatUseCases(
                new ChatCatalog(foundation, writes),
                new ChatLifecycle(foundation, writes),
                log,
                new ChatTurns(foundation, log, providers),
                new ChatRetention(foundation));
    }
}
