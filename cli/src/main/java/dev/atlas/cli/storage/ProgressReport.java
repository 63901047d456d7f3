package dev.atlas.cli.storage;

import dev.atlas.application.storage.MovingEvent;
import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingEvent.Began;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.MovingEvent.Resumed;
import dev.atlas.application.storage.MovingEvent.StartedOver;
import dev.atlas.application.storage.MovingEvent.Warned;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.cli.Terminal;
import dev.atlas.domain.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows a person a bar with an estimate, and a log a line now and then. Writes to standard error, never into results. */
public final class ProgressReport implements MovingListener, AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Terminal terminal;
    private @Nullable ProgressBar bar;
    private Duration lastLine = Duration.ZERO;

    public ProgressReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void on(MovingEvent event) {
        switch (event) {
            case Warned warned -> say("Note: " + warned.message());
            case Resumed resumed ->
                say("Goes on from an earlier run that had put %,d records.".formatted(resumed.records()));
            case StartedOver over -> say(over.reason() + " Copying anew.");
            case Began began -> begin(began);
            case Advanced advanced -> advance(advanced);
        }
    }

    private void begin(Began began) {
        end();
        lastLine = Duration.ZERO;
        if (terminal.interactive()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title(began.phase()))
                    .setInitialMax(began.total())
                    .setUnit(" records", 1)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(new PrintStream(System.err, true)))
                    .build();
        } else {
            say("%s %,d records.".formatted(title(began.phase()), began.total()));
        }
    }

    private void advance(Advanced advanced) {
        if (bar != null) {
            bar.maxHint(advanced.total());
            bar.setExtraMessage(advanced.kind());
            bar.stepTo(advanced.done());
        } else if (advanced.elapsed().minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = advanced.elapsed();
            Duration remaining = advanced.remaining();
            say("%s %s: %,d of %,d records, about %d s left."
                    .formatted(
                            title(advanced.phase()),
                            advanced.kind(),
                            advanced.done(),
                            advanced.total(),
                            remaining == null ? 0 : remaining.toSeconds()));
        }
    }

    private static String title(Phase phase) {
        String word = Words.of(phase);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void say(String line) {
        terminal.err().println(line);
    }

    /** Ends the bar, so that results come below it. */
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
