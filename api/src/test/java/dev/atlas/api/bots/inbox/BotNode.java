package dev.atlas.api.bots.inbox;

import dev.atlas.api.MovableClock;
import dev.atlas.application.Atlas;
import dev.atlas.application.bots.inbox.BotAnswering;
import dev.atlas.application.chat.LostTurns;
import dev.atlas.contract.Await;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Repositories;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node that answers what comes into the inbox of its store, and looks when it is told to. */
final class BotNode implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Longer than anything is put off that is soon tried again. */
    private static final Duration PAUSE = Duration.ofSeconds(40);

    private final Atlas atlas;
    private final MovableClock clock;
    private final AtomicLong elapsed = new AtomicLong();
    private final BotAnswering bots;
    private final LostTurns lost;

    BotNode(Atlas atlas, MovableClock clock, Chatroom room) {
        this.atlas = atlas;
        this.clock = clock;
        this.bots = BotAnswering.over(
                atlas.foundation(),
                atlas.bots(),
                atlas.chat().turns(),
                platform -> Optional.of(room),
                SILENCE,
                elapsed::get);
        this.lost = atlas.chat().lost().judgedBy(elapsed::get);
    }

    BotAnswering bots() {
        return bots;
    }

    /** What this sender says in that conversation, as the platform tells it. */
    static BotInbound saying(long number, String conversation, String sender, @Nullable String text) {
        return new BotInbound(
                BotPlatform.TELEGRAM,
                conversation + ":" + sender + ":" + number,
                number,
                conversation,
                sender,
                sender + " of the lab",
                "m" + number,
                text,
                Json.Obj.EMPTY);
    }

    /** Works until everything is dealt with. Nodes that do nothing meanwhile are taken for dead, and no pause is waited for. */
    void untilAllIsAnswered() {
        Await.until(
                SOON,
                () -> {
                    if (answered()) {
                        return true;
                    }
                    bots.workers().look();
                    if (bots.workers().busy() == 0) {
                        clock.move(PAUSE);
                        elapsed.addAndGet(PAUSE.toNanos());
                        lost.sweep();
                    }
                    return false;
                },
                () -> "something is never answered");
    }

    /** Has both work until everything is dealt with. Both live, so no time passes. */
    void untilAllIsAnsweredWith(BotNode other) {
        Await.until(
                SOON,
                () -> {
                    bots.workers().look();
                    other.bots.workers().look();
                    return answered() && other.answered();
                },
                () -> "something is never answered");
    }

    /** The same, as long as its store lets it. */
    void untilAllIsAnsweredOrItIsDead(DyingStorage store) {
        bots.workers().look();
        Await.until(
                SOON,
                () -> bots.workers().busy() == 0 && (store.dead() || answered()),
                () -> "it neither answers nor dies");
    }

    private boolean answered() {
        return bots.workers().busy() == 0
                && atlas.foundation()
                        .storage()
                        .read((Repositories from) ->
                                from.botLanes().due(Instants.LATEST, 1).isEmpty()
                                        && from.botLanes().taken(1).isEmpty());
    }

    @Override
    public void close() {
        bots.close();
    }
}
