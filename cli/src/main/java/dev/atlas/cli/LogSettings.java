package dev.atlas.cli;

import dev.atlas.domain.storage.CannotOpen;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of the log. It is set up before they are {@linkplain #check checked}, and takes whatever they say. */
final class LogSettings {

    private static final List<String> FORMATS = List.of("text", "json");
    private static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");

    private LogSettings() {}

    /** Whether it is written for machines. */
    static boolean json(Map<String, String> environment) {
        return format(environment).equals("json");
    }

    /** The least level that is logged, in any case. */
    static String level(Map<String, String> environment) {
        return environment.getOrDefault("ATLAS_LOG_LEVEL", "INFO");
    }

    private static String format(Map<String, String> environment) {
        return environment.getOrDefault("ATLAS_LOG_FORMAT", "text");
    }

    /** Throws {@link CannotOpen} naming the setting that is wrong. */
    static void check(Map<String, String> environment) {
        String format = format(environment);
        if (!FORMATS.contains(format)) {
            throw new CannotOpen(
                    "ATLAS_LOG_FORMAT is \"%s\": set it to one of %s.".formatted(format, String.join(", ", FORMATS)));
        }
        String level = level(environment);
        if (!LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            throw new CannotOpen(
                    "ATLAS_LOG_LEVEL is \"%s\": set it to one of %s.".formatted(level, String.join(", ", LEVELS)));
        }
    }
}
