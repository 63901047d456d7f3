package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in what platforms tell. Once that returns it is answered, whatever happens to this node. What is told at the same moment
 * shares a unit of work.
 */
public final class BotInbox {

    /** Of two that come into one lane at once, each has to see the other. */
    private static final int RACES = 50;

    /** As many tellings in one unit of work; more would let the first wait for too long. */
    private static final int AT_ONCE = 256;

    private final Foundation foundation;
    private final Runnable wake;
    private final Batching<Collection<BotInbound>, Integer> batching = new Batching<>(AT_ONCE, this::acceptAll);

    /** @param wake is told that something has come */
    BotInbox(Foundation foundation, Runnable wake) {
        this.foundation = foundation;
        this.wake = wake;
    }

    /**
     * Takes all of these in, or none. What came before is not taken in again.
     *
     * @return how many were new
     * @throws StorageException if that could not be stored; then the platform is to tell it again
     */
    public int accept(Collection<BotInbound> told) {
        int accepted = batching.ask(told);
        if (accepted > 0) {
            wake.run();
        }
        return accepted;
    }

    /** Each telling is stored whole or not at all; those that meet somebody else's, or are too much together, are tried again in halves. */
    private List<Integer> acceptAll(List<Collection<BotInbound>> tellings) {
        for (int race = 0; ; race++) {
            try {
                return foundation.storage().write(to -> put(to, tellings)).value();
            } catch (Conflict | Invalid e) {
                if (tellings.size() > 1) {
                    return halves(tellings);
                }
                if (e instanceof Invalid || race == RACES) {
                    throw e;
                }
            }
        }
    }

    private List<Integer> halves(List<Collection<BotInbound>> tellings) {
        int middle = tellings.size() / 2;
        List<Integer> accepted = new ArrayList<>(acceptAll(tellings.subList(0, middle)));
        accepted.addAll(acceptAll(tellings.subList(middle, tellings.size())));
        return accepted;
    }

    /** How many of each telling are new. */
    private List<Integer> put(Repositories to, List<Collection<BotInbound>> tellings) {
        Map<Id<BotUpdate>, BotInbound> fresh = new LinkedHashMap<>();
        tellings.forEach(told -> told.forEach(one -> fresh.putIfAbsent(one.id(), one)));
        fresh.keySet()
                .removeAll(to.botUpdates().among(fresh.keySet()).stream()
                        .map(BotUpdate::id)
                        .collect(Collectors.toUnmodifiableSet()));
        Instant now = foundation.now();
        to.botUpdates()
                .addAll(fresh.values().stream()
                        .map(one -> BotUpdate.received(one, now))
                        .toList());
        fill(to, fresh.values(), now);
        Set<Id<BotUpdate>> left = fresh.keySet();
        return tellings.stream()
                .map(told -> (int)
                        told.stream().map(BotInbound::id).filter(left::remove).count())
                .toList();
    }

    /** A lane that is there is written too, so that whoever is about to leave it for empty looks again. */
    private static void fill(Repositories to, Collection<BotInbound> fresh, Instant now) {
        Map<Id<BotLane>, BotInbound> lanes = new LinkedHashMap<>();
        fresh.forEach(one -> lanes.putIfAbsent(one.lane(), one));
        for (BotLane there : to.botLanes().among(lanes.keySet())) {
            to.botLanes().replace(there);
            lanes.remove(there.id());
        }
        to.botLanes()
                .addAll(lanes.values().stream()
                        .map(first -> BotLane.of(first, now))
                        .toList());
    }
}
