package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.application.providers.ProviderUseCases;

/** What can be done with chats. */
public record ChatUseCases(
        ChatCatalog catalog,
        ChatLifecycle lifecycle,
        ChatLog log,
        ChatTurns turns,
        Completions completions,
        ChatRetention retention) {

    public static ChatUseCases over(Foundation foundation, ProviderUseCases providers) {
        ChatWrites writes = new ChatWrites(foundation);
        return new ChatUseCases(
                new ChatCatalog(foundation, writes),
                new ChatLifecycle(foundation, writes),
                new ChatLog(foundation),
                new ChatTurns(foundation, providers),
                new Completions(foundation, providers),
                new ChatRetention(foundation));
    }
}
