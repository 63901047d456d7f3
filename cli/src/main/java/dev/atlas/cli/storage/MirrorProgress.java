package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.Phase;
import dev.atlas.application.storage.MovingEvent;
import dev.atlas.cli.Terminal;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows how a mirror gets on: a bar while it is copied, a line for every other phase. */
final class MirrorProgress implements Consumer<MirrorStatus>, AutoCloseable {

    private final ProgressReport report;
    private @Nullable Phase phase;
    private long start;

    MirrorProgress(Terminal terminal) {
        this.report = new ProgressReport(terminal);
    }

    @Override
    public void accept(MirrorStatus status) {
        if (status.phase() != phase) {
            phase = status.phase();
            start = System.nanoTime();
            begin(status);
        }
        if (status.phase() == Phase.COPYING) {
            report.on(new MovingEvent.Advanced(
                    MovingEvent.Phase.COPYING,
                    "records",
                    status.recordsCopied(),
                    Math.max(status.recordsCopied(), status.recordsTotal()),
                    Duration.ofNanos(System.nanoTime() - start)));
        }
    }

    private void begin(MirrorStatus status) {
        report.end();
        if (status.phase() == Phase.COPYING) {
            report.on(new MovingEvent.Began(MovingEvent.Phase.COPYING, status.recordsTotal()));
        } else {
            String problem = status.problem() == null ? "" : ": " + status.problem();
            report.on(new MovingEvent.Warned(
                    "%s is %s%s".formatted(status.url(), status.phase().word(), problem)));
        }
    }

    /** Ends the bar, so that results come below it. */
    void end() {
        report.end();
    }

    @Override
    public void close() {
        report.close();
    }
}
