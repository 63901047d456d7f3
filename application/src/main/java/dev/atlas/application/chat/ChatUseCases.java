package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.tools.ToolCatalog;

/** What can be done with chats. */
public record ChatUseCases(
        ChatCatalog catalog,
        ChatLifecycle lifecycle,
        ChatLog log,
        ChatTurns turns,
        Completions completions,
        ToolApprovals approvals,
        ChatRetention retention) {

    public static ChatUseCases over(
            Foundation foundation, ProviderUseCases providers, ToolCatalog tools, TurnBounds bounds) {
        ChatWrites writes = new ChatWrites(foundation);
        ChatTurns turns = new ChatTurns(foundation, providers, tools, bounds);
        return new ChatUseCases(
                new ChatCatalog(foundation, writes),
                new ChatLifecycle(foundation, writes),
                new ChatLog(foundation),
                turns,
                new Completions(foundation, providers),
                new ToolApprovals(foundation, turns),
                new ChatRetention(foundation));
    }
}
