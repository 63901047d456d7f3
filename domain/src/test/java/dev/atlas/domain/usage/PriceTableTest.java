package dev.atlas.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of the usage reference, section 8, and what administrators may set over them. */
class PriceTableTest {

    private static final Instant NEW_YEAR = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant BEFORE = NEW_YEAR.minusSeconds(1);

    private static PriceEntry entry(String provider, String model, @Nullable String input, Instant from) {
        TokenPrice price = input == null ? null : new TokenPrice(new BigDecimal(input), new BigDecimal("9"));
        return new PriceEntry(provider, model, price, from);
    }

    private static PriceTable table(PriceEntry... set) {
        return PriceTable.of(List.of(set).stream()
                .map(entry -> new ModelPrice(new Id<>(new UUID(1, 1)), entry, NEW_YEAR, NEW_YEAR, 0))
                .toList());
    }

    private static Optional<String> input(PriceTable table, String provider, String model, Instant at) {
        return table.find(provider, model, at)
                .map(found -> found.price().input().toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5, gpt-5, false, 0.00625",
        "GPT-5-MINI, gpt-5-mini, false, 0.00125",
        "gpt-5-nano, gpt-5-nano, false, 0.00025",
        "gpt-5-mini-2025-08-07, gpt-5-mini, true, 0.00125",
        "x-ai/grok-4.1-fast, x-ai/grok-4.1-fast, false, 0.00045",
        "x-ai/grok-4-0709, x-ai/grok-4, true, 0.0105",
        "claude-opus-4-5-20251101, claude-opus-4-5-20251101, false, 0.0175"
    })
    void theNameItselfCountsThenItsLongestBeginning(String model, String entry, boolean estimated, BigDecimal cost) {
        PriceTable.Found found = table().find("openai", model, NEW_YEAR).orElseThrow();
        assertThat(found.entry().model()).isEqualTo(entry);
        assertThat(found.estimated()).isEqualTo(estimated);
        assertThat(found.price().cost(1_000, 500)).isEqualTo(cost);
    }

    /** Reasoning is in what is answered, and costs the same. */
    @Test
    void reasoningIsPaidFor() {
        TokenPrice price =
                table().find("openai", "gpt-5", NEW_YEAR).orElseThrow().price();
        assertThat(price.cost(1_000, 500 + 2_000)).isEqualTo("0.02625");
        assertThat(price.cost(0, 0)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "", " ", "gpt", "my-gpt-5", "unknown"})
    void whatIsNotKnownHasNoPrice(String model) {
        assertThat(table().find("openai", model, NEW_YEAR)).isEmpty();
    }

    @Test
    void whatIsSetCountsFromItsTimeOn() {
        PriceTable table = table(
                entry("*", "gpt-5", "2", NEW_YEAR.plusSeconds(1)),
                entry("*", " GPT-5 ", "1", NEW_YEAR),
                entry("Azure", "gpt-5", "7", NEW_YEAR));
        assertThat(input(table, "openai", "gpt-5", BEFORE)).contains("1.25");
        assertThat(input(table, "openai", "gpt-5", NEW_YEAR)).contains("1");
        assertThat(input(table, "openai", "gpt-5", NEW_YEAR.plusSeconds(1))).contains("2");
        assertThat(input(table, "azure", "gpt-5", NEW_YEAR.plusSeconds(1))).contains("7");
        assertThat(input(table, "azure", "gpt-5", BEFORE)).contains("1.25");
        assertThat(input(table, "azure", "gpt-5-x", NEW_YEAR)).contains("1");
    }

    @Test
    void anEntryWithoutAPriceTakesOneAway() {
        PriceTable table = table(
                entry("*", "gpt-5-mini", "7", BEFORE),
                entry("*", "gpt-5-mini", null, NEW_YEAR),
                entry("*", "own", "3", BEFORE),
                entry("*", "own", null, NEW_YEAR),
                entry("azure", "gpt-5", null, NEW_YEAR));
        assertThat(input(table, "openai", "gpt-5-mini", BEFORE)).contains("7");
        assertThat(input(table, "openai", "gpt-5-mini", NEW_YEAR)).as("known").contains("0.25");
        assertThat(input(table, "openai", "own", BEFORE)).contains("3");
        assertThat(input(table, "openai", "own", NEW_YEAR)).isEmpty();
        assertThat(input(table, "azure", "gpt-5", NEW_YEAR)).as("anybody's").contains("1.25");
    }

    @Test
    void forNothingIsAPrice() {
        assertThat(input(table(entry("*", "own", "0", NEW_YEAR)), "ollama", "own", NEW_YEAR))
                .contains("0");
    }

    @Test
    void whatCannotBePaidIsRefused() {
        refused("input_per_million", () -> new TokenPrice(new BigDecimal("-1"), BigDecimal.ONE));
        refused("output_per_million", () -> new TokenPrice(BigDecimal.ONE, new BigDecimal("1000000")));
        refused("output_per_million", () -> new TokenPrice(BigDecimal.ONE, new BigDecimal("0.0000000000001")));
        refused("model", () -> entry("*", " ", "1", NEW_YEAR));
        refused("provider", () -> entry("", "m", "1", NEW_YEAR));
    }

    private static void refused(String field, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.field())
                .isEqualTo(field));
    }
}
