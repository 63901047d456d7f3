package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes in what platforms tell. Once that returns it is answered, whatever happens to this node. */
public final class BotInbox {

    /** Of two that come into one lane at once, each has to see the other. */
    private static final int RACES = 50;

    private final Foundation foundation;
    private final Runnable wake;

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
        Map<Id<BotUpdate>, BotInbound> each = new LinkedHashMap<>();
        told.forEach(one -> each.putIfAbsent(one.id(), one));
        int accepted = accept(each, RACES);
        if (accepted > 0) {
            wake.run();
        }
        return accepted;
    }

    private int accept(Map<Id<BotUpdate>, BotInbound> told, int races) {
        try {
            return foundation.storage().write(to -> put(to, told)).value();
        } catch (Conflict e) {
            if (races == 0) {
                throw e;
            }
            return accept(told, races - 1);
        }
    }

    private int put(Repositories to, Map<Id<BotUpdate>, BotInbound> told) {
        Instant now = foundation.now();
        Set<Id<BotUpdate>> known = to.botUpdates().among(told.keySet()).stream()
                .map(BotUpdate::id)
                .collect(Collectors.toUnmodifiableSet());
        List<BotInbound> fresh = told.entrySet().stream()
                .filter(one -> !known.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        fresh.forEach(one -> to.botUpdates().add(BotUpdate.received(one, now)));
        fill(to, fresh, now);
        return fresh.size();
    }

    /** A lane that is there is written too, so that whoever is about to leave it for empty looks again. */
    private static void fill(Repositories to, List<BotInbound> fresh, Instant now) {
        Map<Id<BotLane>, BotInbound> lanes = new LinkedHashMap<>();
        fresh.forEach(one -> lanes.putIfAbsent(one.lane(), one));
        for (BotLane there : to.botLanes().among(lanes.keySet())) {
            to.botLanes().replace(there);
            lanes.remove(there.id());
        }
        lanes.values().forEach(first -> to.botLanes().add(BotLane.of(first, now)));
    }
}
