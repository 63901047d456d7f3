package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** How lanes go from hand to hand. Every step is one unit of work that writes the lane, so of two who try it one does. */
record Lanes(Foundation foundation, UUID worker) {

    /** Longer than anything is put off: a lane that is due later than that was left by a clock that has jumped since. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int RACES = 20;

    /** Up to {@code limit} that nobody has and that are due. */
    List<BotLane> due(int limit) {
        Instant now = foundation.now();
        return foundation.storage().read((Repositories from) -> from.botLanes().due(now.plusNanos(1000), limit));
    }

    /** Makes those due that no clock that goes right can have put off for so long. */
    void mendClocks(int limit) {
        Instant now = foundation.now();
        Instant latest = now.plus(LONGEST);
        foundation
                .storage()
                .read((Repositories from) -> from.botLanes().due(latest.plus(Duration.ofDays(36_500)), limit))
                .stream()
                .filter(lane -> lane.dueAt().isAfter(latest))
                .forEach(lane -> change(lane.id(), (to, found) -> found.worker() == null ? found.left(now) : found));
    }

    /** True if this worker has it from now on. */
    boolean take(BotLane lane) {
        try {
            foundation.storage().write(to -> to.botLanes().replace(lane.takenBy(worker)));
            return true;
        } catch (Conflict e) {
            return false;
        }
    }

    /** The first that is to be dealt with in a lane. */
    Optional<BotUpdate> first(Id<BotLane> lane) {
        return foundation
                .storage()
                .read((Repositories from) -> from.botUpdates().open(lane, 1))
                .stream()
                .findFirst();
    }

    /** Lets others know that this worker lives. */
    void renew(Collection<Id<BotLane>> lanes) {
        lanes.forEach(lane -> change(lane, (to, found) -> mine(found) ? found.renewed() : found));
    }

    /** Lets go of a lane in which nothing is left to be done; false if something is. */
    boolean leaveEmpty(Id<BotLane> lane) {
        Instant now = foundation.now();
        try {
            return foundation
                    .storage()
                    .write(to -> {
                        Optional<BotLane> found = to.botLanes().find(lane).filter(this::mine);
                        if (found.isEmpty()) {
                            return true;
                        }
                        if (!to.botUpdates().open(lane, 1).isEmpty()) {
                            return false;
                        }
                        to.botLanes().replace(found.get().left(now)); // fails if something has come in meanwhile
                        return to.botLanes().remove(lane);
                    })
                    .value();
        } catch (Conflict e) {
            return false;
        }
    }

    /** Lets go of a lane whose first update cannot be dealt with before that pause is over. */
    void putOff(Id<BotLane> lane, Duration pause) {
        Instant until = foundation.now().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        change(lane, (to, found) -> mine(found) ? found.putOff(until) : found);
    }

    /** Lets go of it as it is. */
    void leave(Id<BotLane> lane) {
        Instant now = foundation.now();
        change(lane, (to, found) -> mine(found) ? found.left(now) : found);
    }

    /** How often the first of this lane could not be dealt with. */
    long failures(Id<BotLane> lane) {
        return foundation
                .storage()
                .read((Repositories from) -> from.botLanes().find(lane))
                .map(BotLane::failures)
                .orElse(0L);
    }

    /** The first was dealt with, after it could not be. */
    void advanced(Id<BotLane> lane) {
        change(lane, (to, found) -> mine(found) && found.failures() > 0 ? found.advanced() : found);
    }

    /** Up to {@code limit} that somebody has. */
    List<BotLane> taken(int limit) {
        return foundation.storage().read((Repositories from) -> from.botLanes().taken(limit));
    }

    /** Takes it from a worker that was found to be dead; false if that has moved. */
    boolean free(BotLane seen) {
        Instant now = foundation.now();
        return change(
                seen.id(),
                (to, found) -> seen.worker() != null
                                && seen.worker().equals(found.worker())
                                && seen.renewals() == found.renewals()
                        ? found.left(now)
                        : found);
    }

    boolean mine(BotLane lane) {
        return worker.equals(lane.worker());
    }

    /** True if it was written. What comes in meanwhile writes the lane too, so this may take several looks. */
    private boolean change(Id<BotLane> lane, BiFunction<Repositories, BotLane, BotLane> change) {
        for (int race = 0; ; race++) {
            try {
                return foundation
                        .storage()
                        .write(to -> {
                            Optional<BotLane> found = to.botLanes().find(lane);
                            Optional<BotLane> changed = found.map(each -> change.apply(to, each));
                            boolean other = !changed.equals(found);
                            if (other) {
                                changed.ifPresent(to.botLanes()::replace);
                            }
                            return other;
                        })
                        .value();
            } catch (Conflict e) {
                if (race == RACES) {
                    throw e;
                }
            }
        }
    }
}
