package dev.atlas.contract.samples;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.TokenPrice;
import java.math.BigDecimal;
import java.util.List;

/** What models cost. */
public final class UsageSamples {

    private static final List<BigDecimal> AMOUNTS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.00"),
            new BigDecimal("1.25"),
            new BigDecimal("10"),
            new BigDecimal("999999.999999999999"));

    public static final Port<Id<ModelPrice>, ModelPrice> MODEL_PRICES = new Port<>(
            "model_prices",
            Repositories::modelPrices,
            (samples, repositories) -> new ModelPrice(
                    samples.id(),
                    new PriceEntry(
                            samples.word(),
                            samples.text(),
                            samples.maybe(() -> new TokenPrice(samples.oneOf(AMOUNTS), samples.oneOf(AMOUNTS))),
                            samples.instant()),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of(UniqueValue.of(ModelPrices.ONE_PER_TIME, "entry.model", "entry.provider", "entry.effectiveFrom")));

    public static final List<Port<?, ?>> PORTS = List.of(MODEL_PRICES);

    private UsageSamples() {}
}
