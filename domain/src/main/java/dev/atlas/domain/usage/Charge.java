package dev.atlas.domain.usage;

import dev.atlas.domain.Decimals;
import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a call cost, for ever: prices that change later do not change it.
 *
 * @param costUsd exact, from 0 to below 10^12 with at most 18 decimals
 * @param price what it was charged by; absent only if it was imported
 * @param estimated true if the price is that of the beginning of the model's name alone
 */
public record Charge(BigDecimal costUsd, @Nullable TokenPrice price, PriceSource source, boolean estimated) {

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);
    private static final int MAX_DECIMALS = 18;

    public Charge {
        costUsd = Decimals.canonical("cost_usd", costUsd);
        if (costUsd.signum() < 0 || costUsd.compareTo(TOO_MUCH) >= 0 || costUsd.scale() > MAX_DECIMALS) {
            throw new InvalidValue(
                    "cost_usd", "must be from 0 to below 10^12 with at most " + MAX_DECIMALS + " decimals");
        }
        if (price == null && source != PriceSource.IMPORTED) {
            throw new InvalidValue("input_per_million", "must be there unless the cost was imported");
        }
    }

    /** What these tokens cost by this price. */
    static Charge of(TokenCounts tokens, PriceTable.Found found) {
        return new Charge(
                found.price().cost(tokens.prompt(), tokens.output()),
                found.price(),
                found.known() ? PriceSource.KNOWN : PriceSource.SET,
                found.estimated());
    }
}
