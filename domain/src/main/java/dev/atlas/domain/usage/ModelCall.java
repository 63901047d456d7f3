package dev.atlas.domain.usage;

import dev.atlas.domain.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a model was called, whatever came of it.
 *
 * @param provider who was asked, 1 to 32 code points, in lower case
 * @param model the one that was really called, 1 to 128 code points
 */
public record ModelCall(CallOrigin origin, String provider, String model, TokenCounts tokens, CallCourse course) {

    private static final int LONGEST_PROVIDER = 32;
    private static final long MILLIS = 1_000;

    /** So that the sum of any number of them has room, whatever a provider tells. */
    private static final long FASTEST = 1_000_000 * MILLIS;

    public ModelCall {
        provider = Text.required("provider", provider.toLowerCase(Locale.ROOT), LONGEST_PROVIDER);
        model = Text.required("model", model, PriceEntry.LONGEST_MODEL);
    }

    /** False if it began to answer and nobody told how many tokens that were, as where it was broken off. */
    public boolean counted() {
        return course.firstTokenMs() == null || tokens.total() > 0;
    }

    /**
     * Thousandths of tokens answered in a second, rounded, a million tokens at most; absent if it is not known how long it took,
     * or nothing came.
     */
    public @Nullable Long speed() {
        Long millis = course.durationMs();
        if (millis == null || millis == 0 || tokens.output() == 0) {
            return null;
        }
        return Math.min(FASTEST, (tokens.output() * MILLIS * MILLIS + millis / 2) / millis);
    }
}
