package dev.atlas.contract.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, for the messages of failures. */
final class LogTail {
    private static final int LINES = 20;

    private LogTail() {}

    /** The last lines of a file; a short remark when it cannot be read. */
    static String of(Path log) {
        try {
            return of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return "(no log)";
        }
    }

    /** The last lines of a text. */
    static String of(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
