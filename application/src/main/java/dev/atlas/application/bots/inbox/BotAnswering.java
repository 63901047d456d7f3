package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.application.bots.BotUseCases;
import dev.atlas.application.chat.ChatTurns;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/** What is told to bots, from being taken in to being answered and forgotten. */
public record BotAnswering(BotInbox inbox, BotWorkers workers, InboxRetention retention) implements AutoCloseable {

    /** @param silence how long nothing may be heard of a worker until it is taken for dead; the same on all nodes */
    public static BotAnswering over(
            Foundation foundation, BotUseCases bots, ChatTurns turns, BotChannels channels, Duration silence) {
        return over(foundation, bots, turns, channels, silence, System::nanoTime);
    }

    /** The same, judged by {@code elapsed}: nanoseconds that only ever pass. */
    public static BotAnswering over(
            Foundation foundation,
            BotUseCases bots,
            ChatTurns turns,
            BotChannels channels,
            Duration silence,
            LongSupplier elapsed) {
        Lanes lanes = new Lanes(foundation, foundation.ids().<UUID>next().value());
        BotLog log = new BotLog(foundation);
        Dialogue dialogue = new Dialogue(foundation, bots.redemption(), log, new BotTurns(turns));
        LaneWork work = new LaneWork(lanes, channels, dialogue, log, new Outbox(log));
        BotWorkers workers = new BotWorkers(lanes, work, silence, elapsed);
        return new BotAnswering(new BotInbox(foundation, workers::wake), workers, new InboxRetention(foundation));
    }

    /** Begins to answer and to forget, from threads of its own, until it is closed. */
    public void begin() {
        workers.begin();
        retention.begin();
    }

    @Override
    public void close() {
        retention.close();
        workers.close();
    }
}
