package dev.atlas.domain.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The prices that count until administrators set others, whoever offers the model. Source: usage reference, section 2.1. */
final class DefaultPrices {

    static final List<PriceEntry> ALL = List.of(
            price("gpt-5", "1.25", "10"),
            price("gpt-5-mini", "0.25", "2"),
            price("gpt-5-nano", "0.05", "0.40"),
            price("claude-opus-4-5-20251101", "5", "25"),
            price("claude-sonnet-4-5-20250929", "3", "15"),
            price("claude-haiku-4-5-20251001", "1", "5"),
            price("gemini-3-pro", "2", "12"),
            price("gemini-3-flash", "0.5", "3"),
            price("openai/gpt-5", "1.25", "10"),
            price("openai/gpt-5-mini", "0.25", "2"),
            price("openai/gpt-5-nano", "0.05", "0.40"),
            price("anthropic/claude-opus-4.5", "5", "25"),
            price("anthropic/claude-sonnet-4.5", "3", "15"),
            price("anthropic/claude-haiku-4.5", "1", "5"),
            price("google/gemini-3-pro", "2", "12"),
            price("google/gemini-3-flash", "0.5", "3"),
            price("x-ai/grok-4", "3", "15"),
            price("x-ai/grok-4.1-fast", "0.20", "0.50"),
            price("deepseek/deepseek-chat", "0.28", "0.42"),
            price("deepseek/deepseek-reasoner", "0.28", "0.42"));

    private DefaultPrices() {}

    private static PriceEntry price(String model, String input, String output) {
        TokenPrice price = new TokenPrice(new BigDecimal(input), new BigDecimal(output));
        return new PriceEntry(PriceEntry.ANYBODY, model, price, Instant.EPOCH);
    }
}
