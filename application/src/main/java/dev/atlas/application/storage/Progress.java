package dev.atlas.application.storage;

import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingEvent.Began;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.domain.storage.Kind;
import java.time.Duration;

/** Counts the records of one phase and tells the listener. */
final class Progress {

    private final MovingListener listener;
    private final Phase phase;
    private final long total;
    private final long start = System.nanoTime();
    private long done;

    Progress(MovingListener listener, Phase phase, long total) {
        this.listener = listener;
        this.phase = phase;
        this.total = total;
        listener.on(new Began(phase, total));
    }

    void advance(Kind kind, long records) {
        done += records;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.on(new Advanced(phase, kind.name(), done, Math.max(done, total), elapsed));
    }
}
