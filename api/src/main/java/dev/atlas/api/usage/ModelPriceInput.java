package dev.atlas.api.usage;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.usage.PriceChange;
import dev.atlas.domain.usage.PriceEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price to be set; without amounts the model has none from then on. */
public record ModelPriceInput(
        @Nullable @Limits(max = 32) String provider,
        @Limits(min = 1, max = 128) String model,
        @Nullable @Limits(pattern = Amounts.FORM) String inputPerMillion,
        @Nullable @Limits(pattern = Amounts.FORM) String outputPerMillion,
        Instant effectiveFrom)
        implements Input {

    PriceEntry entry() {
        return new PriceEntry(
                Objects.requireNonNullElse(provider, PriceEntry.ANYBODY),
                model,
                PriceChange.price(
                        Amounts.read("input_per_million", inputPerMillion),
                        Amounts.read("output_per_million", outputPerMillion)),
                effectiveFrom);
    }
}
