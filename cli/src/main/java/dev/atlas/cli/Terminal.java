package dev.atlas.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command reads and writes.
 *
 * @param interactive true if a person is likely to be watching: progress bars and colours make sense
 */
public record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean interactive) {

    /** That of this process. */
    public static Terminal standard() {
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }
}
