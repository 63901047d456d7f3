package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.MovingEvent;
import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingEvent.Began;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.cli.CommandProcess;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Terminal;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal sees a bar with an estimate, and everything else gets plain lines. */
@Timeout(120)
class ProgressReportTest {

    @TempDir
    private Path folder;

    private String[] copy() {
        String source = Engines.url("sqlite", folder);
        try (Storage storage = Engines.open(source)) {
            new SampleRecords(5).fill(storage, 20);
        }
        return new String[] {"storage", "copy", "--from", source, "--to", Engines.url("sqlite", folder)};
    }

    private static List<String> lines(MovingEvent... events) {
        StringWriter err = new StringWriter();
        Terminal plain = new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(err, true),
                false);
        try (ProgressReport report = new ProgressReport(plain)) {
            for (MovingEvent event : events) {
                report.on(event);
            }
        }
        return err.toString().lines().toList();
    }

    private static Advanced advanced(long done, int seconds) {
        return new Advanced(Phase.COPYING, "users", done, 4_000, Duration.ofSeconds(seconds));
    }

    @Test
    void a_log_gets_a_line_now_and_then() {
        assertThat(lines(new Began(Phase.COPYING, 4_000), advanced(100, 1), advanced(1_000, 5), advanced(1_100, 6)))
                .containsExactly("Copying 4,000 records.", "Copying users: 1,000 of 4,000 records, about 15 s left.");
        assertThat(lines(new Began(Phase.COPYING, 4_000), advanced(3_000, 6), new Began(Phase.VERIFYING, 4_000)))
                .containsExactly(
                        "Copying 4,000 records.",
                        "Copying users: 3,000 of 4,000 records, about 2 s left.",
                        "Verifying 4,000 records.");
    }

    @Test
    void without_a_terminal_there_is_no_bar() {
        CommandRun run = CommandRun.of(Map.of(), copy());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TRUE);
        assertThat(run.err().lines()).anyMatch(line -> line.matches("Copying [0-9,]+ records\\."));
        assertThat(run.err()).doesNotContain("\r", "\u001b", "%", "\u2588");
    }

    /** {@code script} runs the command on a terminal of its own, and prints what a person would see there. */
    @Test
    void on_a_terminal_there_is_a_bar_with_an_estimate() throws Exception {
        String command = CommandProcess.line(copy()).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Process process = new ProcessBuilder("script", "--quiet", "--return", "--command", command, "typescript")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(seen).isEqualTo(ExitCode.TRUE);
        assertThat(seen)
                .containsPattern("Copying +100% .*([0-9,]+)/\\1 records .*\\d:\\d\\d:\\d\\d / \\d:\\d\\d:\\d\\d")
                .containsPattern("Verifying +100% ")
                .contains("Equal: ");
    }
}
