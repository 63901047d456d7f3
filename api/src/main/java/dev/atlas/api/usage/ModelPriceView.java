package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.TokenPrice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A price that was set. */
@View
public record ModelPriceView(
        Id<ModelPrice> id,
        String provider,
        String model,
        @Nullable String inputPerMillion,
        @Nullable String outputPerMillion,
        Instant effectiveFrom,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ModelPriceView of(ModelPrice price) {
        PriceEntry entry = price.entry();
        TokenPrice tokens = entry.price();
        return new ModelPriceView(
                price.id(),
                entry.provider(),
                entry.model(),
                tokens == null ? null : tokens.input().toPlainString(),
                tokens == null ? null : tokens.output().toPlainString(),
                entry.effectiveFrom(),
                price.createdAt(),
                price.updatedAt(),
                price.version());
    }
}
