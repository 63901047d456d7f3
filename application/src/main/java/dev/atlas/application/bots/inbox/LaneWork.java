package dev.atlas.application.bots.inbox;

import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deals with what is in one lane, in order, until nothing is left, or it has to wait. */
record LaneWork(Lanes lanes, BotChannels channels, Dialogue dialogue, BotLog log, Outbox outbox) {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWork.class);

    private static final Duration NO_CHANNEL = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Of something that is our own fault: after some minutes whoever waits is told. */
    private static final long MOST_FAILURES = 6;

    /**
     * Works until the lane is empty, put off or somebody else's, or this node ends.
     *
     * @param lane one that this worker has
     */
    void run(Id<BotLane> lane, BooleanSupplier ending) {
        try {
            while (!ending.getAsBoolean()) {
                Optional<BotUpdate> first = lanes.first(lane);
                if (first.isPresent()) {
                    deal(lane, first.get());
                } else if (lanes.leaveEmpty(lane)) {
                    return;
                }
            }
            lanes.leave(lane);
        } catch (PutOff e) {
            lanes.putOff(lane, e.pause());
        } catch (Conflict e) {
            LOG.debug("A lane of a bot has changed hands", e);
            lanes.leave(lane);
        }
    }

    private void deal(Id<BotLane> lane, BotUpdate update) {
        try {
            BotChannel channel = channels.to(update.inbound().platform()).orElseThrow(() -> new PutOff(NO_CHANNEL));
            if (update.reply() == null) {
                outbox.send(log.answered(update, dialogue.answer(update, channel)), channel, true);
            } else {
                outbox.send(update, channel, false);
            }
            lanes.advanced(lane);
        } catch (PutOff | StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            stumbled(lane, update, e);
        }
    }

    /** Nobody is told what it was, but where to find it. */
    private void stumbled(Id<BotLane> lane, BotUpdate update, RuntimeException e) {
        long failures = lanes.failures(lane);
        LOG.error("What was said to a bot could not be answered; reference {}", update.id(), e);
        if (failures < MOST_FAILURES) {
            throw new PutOff(FIRST_PAUSE.multipliedBy(1L << failures));
        }
        if (update.reply() == null) {
            String text = "This could not be answered. The reference for your administrator is `" + update.id() + "`.";
            log.answered(update, Answer.failed(text, null, "bot.failed"));
        } else {
            log.ended(update, null, "bot.failed");
        }
        lanes.advanced(lane);
    }
}
