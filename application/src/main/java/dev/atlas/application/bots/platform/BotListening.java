package dev.atlas.application.bots.platform;

import dev.atlas.application.bots.inbox.BotInbox;
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
 * Listens to platforms that tell what was said over a connection that Atlas opens. What is not stored is not acknowledged, so it
 * is told again. Every node listens: the platform tells one of them.
 */
public final class BotListening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotListening.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final BotDirectory directory;
    private final BotInbox inbox;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    BotListening(BotDirectory directory, BotInbox inbox) {
        this.directory = directory;
        this.inbox = inbox;
    }

    /** Listens from threads of its own, one for each of these platforms, until it is closed. */
    public synchronized void begin(Collection<BotPlatform> platforms) {
        for (BotPlatform platform : platforms) {
            threads.add(Thread.ofVirtual()
                    .name("atlas-bot-listening-" + Words.of(platform))
                    .start(() -> listens(platform)));
        }
    }

    private void listens(BotPlatform platform) {
        try {
            do {
                listenOrLater(platform);
            } while (!closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOrLater(BotPlatform platform) {
        try {
            listen(platform);
        } catch (PlatformFailure e) {
            LOG.debug("{} cannot be listened to: {}", Words.of(platform), e.getMessage());
        } catch (StorageException e) {
            LOG.debug("What was said on {} waits there", Words.of(platform), e);
        } catch (RuntimeException e) {
            LOG.error("What was said on {} waits there", Words.of(platform), e);
        }
    }

    /** Until the bot is set up in another way, or disabled. */
    private void listen(BotPlatform platform) {
        Optional<BotDirectory.Ready> ready = listening(platform);
        if (ready.isPresent()) {
            BotAccess access = ready.get().access();
            ready.get()
                    .adapter()
                    .listen(
                            access,
                            () -> closed.getCount() > 0 && stillListening(platform, access),
                            told -> inbox.accept(List.of(told)));
        }
    }

    private Optional<BotDirectory.Ready> listening(BotPlatform platform) {
        return directory.enabled(platform).filter(bot -> bot.adapter().listens(bot.access()));
    }

    private boolean stillListening(BotPlatform platform, BotAccess access) {
        return listening(platform).filter(bot -> bot.access().equals(access)).isPresent();
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        threads.forEach(Thread::interrupt);
    }
}
