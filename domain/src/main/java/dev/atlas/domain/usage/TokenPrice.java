package dev.atlas.domain.usage;

import dev.atlas.domain.Decimals;
import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;

/**
 * What tokens cost, in USD per 1,000,000 of them: exact, from 0 to below 1,000,000 with at most 12 decimals.
 *
 * @param input of those that are sent
 * @param output of those that are answered, those of reasoning included; 0 is for nothing
 */
public record TokenPrice(BigDecimal input, BigDecimal output) {

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(6);
    private static final int MAX_DECIMALS = 12;
    private static final int PER = 6;

    public TokenPrice {
        input = amount("input_per_million", input);
        output = amount("output_per_million", output);
    }

    /** What these many cost, exactly and without zeros at the end. */
    public BigDecimal cost(long promptTokens, long completionTokens) {
        BigDecimal cost = input.multiply(BigDecimal.valueOf(promptTokens))
                .add(output.multiply(BigDecimal.valueOf(completionTokens)))
                .movePointLeft(PER)
                .stripTrailingZeros();
        return Decimals.canonical("cost_usd", cost);
    }

    private static BigDecimal amount(String field, BigDecimal value) {
        BigDecimal amount = Decimals.canonical(field, value);
        if (amount.signum() < 0 || amount.compareTo(TOO_MUCH) >= 0 || amount.scale() > MAX_DECIMALS) {
            throw new InvalidValue(field, "must be from 0 to below 1000000 with at most " + MAX_DECIMALS + " decimals");
        }
        return amount;
    }
}
