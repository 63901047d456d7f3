package dev.atlas.application.usage;

import dev.atlas.application.Change;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.TokenPrice;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch of a price. Both amounts cleared, the model has none from then on. */
public record PriceChange(Change<BigDecimal> input, Change<BigDecimal> output, Change<Instant> effectiveFrom) {

    PriceEntry of(PriceEntry before) {
        TokenPrice price = before.price();
        return new PriceEntry(
                before.provider(),
                before.model(),
                price(
                        input.from(price == null ? null : price.input()),
                        output.from(price == null ? null : price.output())),
                effectiveFrom.required("effective_from", before.effectiveFrom()));
    }

    /** Both or none of the amounts. Throws {@link InvalidValue} naming the one that is missing. */
    public static @Nullable TokenPrice price(@Nullable BigDecimal input, @Nullable BigDecimal output) {
        if (input == null && output == null) {
            return null;
        }
        if (input == null || output == null) {
            String missing = input == null ? "input_per_million" : "output_per_million";
            throw new InvalidValue(missing, "must be there if the other amount is");
        }
        return new TokenPrice(input, output);
    }
}
