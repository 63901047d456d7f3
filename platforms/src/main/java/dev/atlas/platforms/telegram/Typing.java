package dev.atlas.platforms.telegram;

import dev.atlas.application.bots.inbox.BotChannel.Working;
import dev.atlas.application.bots.platform.PlatformFailure;
import java.time.Duration;

/** Shows again and again that somebody is writing, as that shows for some seconds only. */
final class Typing implements Working {

    private static final Duration EVERY = Duration.ofSeconds(4);

    private final Thread thread;

    private Typing(Runnable show) {
        this.thread = Thread.ofVirtual().name("atlas-telegram-typing").start(() -> showAgain(show));
    }

    static Typing begin(Runnable show) {
        return new Typing(show);
    }

    private static void showAgain(Runnable show) {
        try {
            while (true) {
                show.run();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PlatformFailure e) {
            // whoever waits sees the answer all the same
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
