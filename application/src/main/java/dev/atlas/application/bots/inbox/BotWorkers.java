package dev.atlas.application.bots.inbox;

import dev.atlas.application.nodes.Stillness;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has lanes dealt with on this node: many side by side, each by one thread. Renews what this node has, so that others know that it
 * lives, and takes what dead nodes have left.
 */
public final class BotWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotWorkers.class);

    /** Lanes at once; most of their time they wait for a model. */
    private static final int MOST = 64;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int TAKEN_LOOKED_AT = 1_000;

    /** For what is being answered when this is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Lanes lanes;
    private final LaneWork work;
    private final Duration silence;
    private final Stillness<Id<BotLane>, String> stillness;
    private final Set<Id<BotLane>> running = ConcurrentHashMap.newKeySet();

    /** Those of this node that it could not go on with, as storage was away. */
    private final Set<Id<BotLane>> dropped = ConcurrentHashMap.newKeySet();

    private final Semaphore wakes = new Semaphore(0);
    private final LongSupplier elapsed;
    private long renewed;
    private volatile boolean closed;

    BotWorkers(Lanes lanes, LaneWork work, Duration silence, LongSupplier elapsed) {
        this.lanes = lanes;
        this.work = work;
        this.silence = silence;
        this.stillness = new Stillness<>(silence, elapsed);
        this.elapsed = elapsed;
        this.renewed = elapsed.getAsLong();
    }

    /** Works from threads of its own, until it is closed. */
    public void begin() {
        Thread.ofVirtual().name("atlas-bots").start(this::looks);
    }

    /** Something has come in. */
    void wake() {
        wakes.release();
    }

    private void looks() {
        try {
            while (!closed) {
                lookOrLater();
                wakes.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOrLater() {
        try {
            look();
        } catch (StorageException e) {
            LOG.debug("What bots were told waits until the next look", e);
        } catch (RuntimeException e) {
            LOG.error("What bots were told waits until the next look", e);
        }
    }

    /** Looks once: takes what is due, as far as there is room. Returns how many lanes were begun with. */
    public int look() {
        leaveDropped();
        renewWhenDue();
        int begun = 0;
        int room = MOST - running.size();
        for (BotLane lane : room > 0 ? lanes.due(room) : List.<BotLane>of()) {
            if (!closed && running.add(lane.id())) {
                if (lanes.take(lane)) {
                    Thread.ofVirtual().name("atlas-bot-lane").start(() -> run(lane.id()));
                    begun++;
                } else {
                    running.remove(lane.id());
                }
            }
        }
        return begun;
    }

    private void run(Id<BotLane> lane) {
        try {
            work.run(lane, () -> closed);
        } catch (StorageException e) {
            LOG.debug("A lane of a bot is left once storage is back", e);
            dropped.add(lane);
        } catch (RuntimeException e) {
            LOG.error("A lane of a bot is left", e);
            dropped.add(lane);
        } finally {
            running.remove(lane);
            synchronized (this) {
                notifyAll();
            }
            wake();
        }
    }

    /** They go on with whoever takes them next, on whichever node. */
    private void leaveDropped() {
        for (Id<BotLane> lane : Set.copyOf(dropped)) {
            if (!running.contains(lane)) {
                lanes.leave(lane);
            }
            dropped.remove(lane);
        }
    }

    private void renewWhenDue() {
        long now = elapsed.getAsLong();
        if (now - renewed >= silence.toNanos() / 3) {
            renewed = now;
            lanes.renew(Set.copyOf(running));
            int freed = freeLost();
            if (freed > 0) {
                LOG.warn("{} conversations with bots were left by nodes that died; they go on", freed);
            }
            lanes.mendClocks(TAKEN_LOOKED_AT);
        }
    }

    /** Frees what dead nodes have left. Returns how many lanes that were. */
    public synchronized int freeLost() {
        Map<Id<BotLane>, BotLane> taken = new HashMap<>();
        return (int) stillness
                .look(() -> {
                    lanes.taken(TAKEN_LOOKED_AT).stream()
                            .filter(lane -> !(lanes.mine(lane) && running.contains(lane.id())))
                            .forEach(lane -> taken.put(lane.id(), lane));
                    return taken.values().stream()
                            .collect(Collectors.toMap(BotLane::id, lane -> lane.worker() + ":" + lane.renewals()));
                })
                .stream()
                .map(taken::get)
                .filter(lanes::free)
                .count();
    }

    /** How many lanes this node is at. */
    public int busy() {
        return running.size();
    }

    /** Takes nothing more, and waits within a bound for what is being answered. */
    @Override
    public void close() {
        closed = true;
        wake();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            synchronized (this) {
                while (!running.isEmpty() && end - System.nanoTime() > 0) {
                    wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
