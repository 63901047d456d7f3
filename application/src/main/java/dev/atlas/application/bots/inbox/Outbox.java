package dev.atlas.application.bots.inbox;

import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.domain.bots.BotReply;
import dev.atlas.domain.bots.BotUpdate;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers part by part. That a part is about to be sent is stored before, and that it arrived afterwards: a part of which only
 * the first is known may have arrived, and is sent again with a mark.
 */
record Outbox(BotLog log) {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** After which a part is sent again that may have arrived. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /**
     * Sends what is left of the reply, and ends the update.
     *
     * @param update with a reply
     * @param fresh true if this attempt has just stored that the next part is about to be sent
     * @throws PutOff if the platform does not take it now
     */
    void send(BotUpdate update, BotChannel channel, boolean fresh) {
        BotReply reply = Objects.requireNonNull(update.reply());
        BotChannel.Parts parts = channel.parts(update.inbound(), reply.text());
        BotUpdate current = update;
        boolean announced = fresh;
        while (true) {
            boolean again = reply.sending() && !announced;
            if (!announced) {
                current = log.replying(current, reply.begun());
                reply = Objects.requireNonNull(current.reply());
            }
            int part = Math.toIntExact(Math.min(reply.sent(), parts.count() - 1));
            String id;
            try {
                id = parts.send(part, again);
            } catch (PlatformFailure e) {
                failed(current, reply, e.problem());
                return;
            }
            if (part + 1 >= parts.count()) {
                log.ended(current, id, null);
                return;
            }
            reply = reply.arrived().begun();
            current = log.replying(current, reply);
            reply = Objects.requireNonNull(current.reply());
            announced = true;
        }
    }

    private void failed(BotUpdate update, BotReply reply, PlatformProblem problem) {
        Duration pause = problem.pause();
        if (!problem.nothingDone()) {
            throw new PutOff(pause == null ? PAUSE : pause);
        }
        if (pause != null) {
            log.replying(update, reply.refused());
            throw new PutOff(pause);
        }
        LOG.info("An answer to {} was refused for good: {}", update.id(), problem.code());
        log.ended(update, null, problem.code());
    }
}
