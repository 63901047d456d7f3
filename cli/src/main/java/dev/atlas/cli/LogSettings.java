package dev.atlas.cli;

import dev.atlas.domain.storage.CannotOpen;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of the log, which {@code logback.xml} reads by itself and takes whatever they say. */
final class LogSettings {

    private static final List<String> FORMATS = List.of("text", "json");
    private static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");

    private LogSettings() {}

    /** Throws {@link CannotOpen} naming the setting that is wrong. */
    static void check(Map<String, String> environment) {
        String format = environment.getOrDefault("ATLAS_LOG_FORMAT", "text");
        if (!FORMATS.contains(format)) {
            throw new CannotOpen(
                    "ATLAS_LOG_FORMAT is \"%s\": set it to one of %s.".formatted(format, String.join(", ", FORMATS)));
        }
        String level = environment.getOrDefault("ATLAS_LOG_LEVEL", "INFO");
        if (!LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            throw new CannotOpen(
                    "ATLAS_LOG_LEVEL is \"%s\": set it to one of %s.".formatted(level, String.join(", ", LEVELS)));
        }
    }
}
