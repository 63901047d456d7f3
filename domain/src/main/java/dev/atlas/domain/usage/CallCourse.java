package dev.atlas.domain.usage;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a call went.
 *
 * @param durationMs from the question to the end of the answer, 0 to 2,147,483,647; absent if nobody knows
 * @param firstTokenMs from the question to the beginning of the answer, in the same bounds; absent if there was none, or nobody
 *     knows
 * @param streamed true if the answer came in pieces
 * @param finishReason why the model ended, in its words, such as {@code stop} or {@code length}; cut to 64 code points, as
 *     nobody answers for them
 */
public record CallCourse(
        @Nullable Long durationMs,
        @Nullable Long firstTokenMs,
        boolean streamed,
        CallOutcome outcome,
        @Nullable String finishReason) {

    private static final int LONGEST = 64;

    public CallCourse {
        within("duration_ms", durationMs);
        within("first_token_ms", firstTokenMs);
        finishReason = Text.optional("finish_reason", finishReason == null ? null : cut(finishReason.strip()), LONGEST);
    }

    private static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private static void within(String field, @Nullable Long millis) {
        if (millis != null && (millis < 0 || millis > Integer.MAX_VALUE)) {
            throw new InvalidValue(field, "must be between 0 and " + Integer.MAX_VALUE);
        }
    }
}
