package dev.atlas.domain.usage;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs from a time on.
 *
 * @param provider at whom, 1 to 32 code points, in lower case; {@value #ANYBODY} for whoever offers it
 * @param model its name or the beginning of its name, 1 to 128 code points, in lower case
 * @param price absent if it has none from then on
 */
public record PriceEntry(
        String provider, String model, @Nullable TokenPrice price, Instant effectiveFrom) {

    public static final String ANYBODY = "*";

    static final int LONGEST_MODEL = 128;

    public PriceEntry {
        provider = Text.required("provider", name(provider), 32);
        model = Text.required("model", name(model), LONGEST_MODEL);
        effectiveFrom = Instants.micros("effective_from", effectiveFrom);
    }

    /** How names are compared: trimmed, and case does not count. */
    static String name(String given) {
        return given.strip().toLowerCase(Locale.ROOT);
    }
}
