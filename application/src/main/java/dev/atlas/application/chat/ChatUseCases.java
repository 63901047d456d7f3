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
        ChatRetention retention,
        LostTurns lost,
        TurnsInHand inHand)
        implements AutoCloseable {

    public static ChatUseCases over(
            Foundation foundation, ProviderUseCases providers, ToolCatalog tools, TurnBounds bounds) {
        ChatWrites writes = new ChatWrites(foundation);
        TurnLog log = new TurnLog(foundation);
        CallLog callLog = new CallLog(foundation);
        Places places = new Places(log, callLog);
        TurnWatch watch = new TurnWatch(places, bounds.silence());
        Persistence persistence = new Persistence();
        ChatTurns turns = new ChatTurns(foundation, log, watch, persistence, providers, tools, bounds);
        return new ChatUseCases(
                new ChatCatalog(foundation, writes),
                new ChatLifecycle(foundation, writes),
                new ChatLog(foundation),
                turns,
                new Completions(foundation, callLog, watch, persistence, providers),
                new ToolApprovals(foundation, watch, persistence, turns),
                new ChatRetention(foundation),
                new LostTurns(places, watch, bounds.silence(), System::nanoTime),
                new TurnsInHand(watch, persistence));
    }

    /** Ends what goes on in the background, and turns that run, as interrupted: what had arrived is stored, within a bound. */
    @Override
    public void close() {
        lost.close();
        retention.close();
        inHand.close();
    }
}
