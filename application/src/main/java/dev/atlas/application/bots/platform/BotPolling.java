package dev.atlas.application.bots.platform;

import dev.atlas.application.Foundation;
import dev.atlas.application.bots.inbox.BotInbox;
import dev.atlas.application.bots.platform.BotPlatformAdapter.Polled;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks platforms for what was said to bots that have no webhook. How far that is stored is stored after it, so nothing is missed
 * by a crash, and what is told again is known. Every node asks: a platform answers one of them, and the others ask again later.
 */
public final class BotPolling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotPolling.class);
    private static final Duration WAIT = Duration.ofSeconds(25);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final BotDirectory directory;
    private final BotInbox inbox;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    BotPolling(Foundation foundation, BotDirectory directory, BotInbox inbox) {
        this.foundation = foundation;
        this.directory = directory;
        this.inbox = inbox;
    }

    /** Asks from threads of its own, one for each of these platforms, until it is closed. */
    public synchronized void begin(Collection<BotPlatform> platforms) {
        for (BotPlatform platform : platforms) {
            threads.add(Thread.ofVirtual()
                    .name("atlas-bot-polling-" + Words.of(platform))
                    .start(() -> asks(platform)));
        }
    }

    private void asks(BotPlatform platform) {
        try {
            Duration pause = Duration.ZERO;
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = askOrLater(platform);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait until the next time. */
    private Duration askOrLater(BotPlatform platform) {
        try {
            return ask(platform, WAIT) ? Duration.ZERO : BETWEEN_LOOKS;
        } catch (PlatformFailure e) {
            LOG.debug("{} does not tell what was said: {}", Words.of(platform), e.getMessage());
            Duration pause = e.problem().pause();
            return pause == null ? PlatformProblem.PAUSE : pause;
        } catch (StorageException e) {
            LOG.debug("What was said on {} waits there", Words.of(platform), e);
            return BETWEEN_LOOKS;
        } catch (RuntimeException e) {
            LOG.error("What was said on {} waits there", Words.of(platform), e);
            return BETWEEN_LOOKS;
        }
    }

    /** Asks once, and waits that long at most. False if this platform is not asked. */
    public boolean ask(BotPlatform platform, Duration wait) {
        Optional<BotDirectory.Ready> ready = directory
                .enabled(platform)
                .filter(bot -> bot.configuration().webhookUrl() == null
                        && bot.adapter().polls());
        ready.ifPresent(bot -> {
            long place = bot.configuration().place();
            Polled polled = bot.adapter().poll(bot.access(), place, wait);
            if (!polled.updates().isEmpty()) {
                inbox.accept(polled.updates());
            }
            if (polled.place() > place) {
                reached(platform, polled.place());
            }
        });
        return ready.isPresent();
    }

    private void reached(BotPlatform platform, long place) {
        foundation.storage().write(to -> {
            to.botConfigurations()
                    .find(Words.of(platform))
                    .filter(bot -> bot.place() < place)
                    .ifPresent(bot -> to.botConfigurations().replace(bot.at(place)));
            return true;
        });
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        threads.forEach(Thread::interrupt);
    }
}
