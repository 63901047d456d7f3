package dev.atlas.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** One run of the command in this process: how it ended and what it printed, with no person watching. */
public record CommandRun(int code, String out, String err) {

    /** Runs with these settings alone and nothing on standard input. */
    public static CommandRun of(Map<String, String> settings, String... arguments) {
        return with("", settings, arguments);
    }

    /** The same with {@code input} on standard input. */
    public static CommandRun with(String input, Map<String, String> settings, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false);
        int code = new CommandLineRun(terminal, settings).run(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
