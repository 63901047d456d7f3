package dev.atlas.api.usage;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.usage.PriceChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A merge patch of a price; which model it is for stays. */
public record ModelPricePatch(
        @Nullable @Limits(pattern = Amounts.FORM) String inputPerMillion,
        @Nullable @Limits(pattern = Amounts.FORM) String outputPerMillion,
        @Nullable @Limits(clearable = false) Instant effectiveFrom,
        Patch patch)
        implements Input {

    PriceChange change() {
        return new PriceChange(
                patch.of("input_per_million", Amounts.read("input_per_million", inputPerMillion)),
                patch.of("output_per_million", Amounts.read("output_per_million", outputPerMillion)),
                patch.of("effective_from", effectiveFrom));
    }
}
