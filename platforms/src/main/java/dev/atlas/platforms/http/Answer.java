package dev.atlas.platforms.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a platform answered.
 *
 * @param retryAfter the header of that name
 * @param body missing if it is no JSON
 */
public record Answer(int status, @Nullable String retryAfter, JsonNode body) {

    private static final Pattern SECONDS = Pattern.compile("\\s*([0-9]{1,6})(\\.[0-9]+)?\\s*");

    /** How long it wants to be left alone, by its header; null if it does not say. Part seconds are rounded up. */
    public @Nullable Duration pause() {
        Matcher matcher = SECONDS.matcher(retryAfter == null ? "" : retryAfter);
        if (!matcher.matches()) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)) + (matcher.group(2) == null ? 0 : 1));
    }
}
