package dev.atlas.domain.storage;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an engine's settings from the environment. A value that is there and wrong throws {@link CannotOpen} naming the
 * setting; nothing falls back to a default silently.
 */
public record EnvironmentSettings(Map<String, String> environment) {

    private static final Pattern SHORT_FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    /** A whole number between {@code least} and {@code most}. */
    public int count(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int count = Integer.parseInt(text);
            if (count >= least && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // is refused below, with the reason
        }
        throw new CannotOpen(
                "%s is \"%s\": set it to a whole number from %d to %d.".formatted(name, text, least, most));
    }

    /** A share of all, from 0 for none to 1. */
    public double share(String name, double otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // is refused below, with the reason
        }
        throw new CannotOpen("%s is \"%s\": set it to a number from 0 to 1, such as 0.01.".formatted(name, text));
    }

    /** A positive duration of at most an hour, written {@code 500ms}, {@code 2s}, {@code 1m} or {@code PT2S}. */
    public Duration duration(String name, Duration otherwise) {
        return duration(name, otherwise, Duration.ofHours(1));
    }

    /** A positive duration of at most {@code most}, which may be written {@code 2h} and {@code 7d} as well. */
    public Duration duration(String name, Duration otherwise, Duration most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        Duration duration = parse(text);
        if (duration == null || !duration.isPositive() || duration.compareTo(most) > 0) {
            String example = most.toHours() > 1 ? "30m, 2h or 7d" : "500ms, 2s or 1m";
            throw new CannotOpen("%s is \"%s\": set it to a time such as %s.".formatted(name, text, example));
        }
        return duration;
    }

    private static @Nullable Duration parse(String text) {
        Matcher form = SHORT_FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (form.matches()) {
            long amount = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable String text(String name) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
