package dev.atlas.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageRecordTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.000008Z");
    private static final CallOrigin NOBODY = new CallOrigin(null, null, null, null, null, null);

    private static UsageRecord record(String model, TokenCounts tokens, @Nullable Long millis) {
        CallCourse course = new CallCourse(millis, null, true, CallOutcome.COMPLETED, "stop");
        ModelCall call = new ModelCall(NOBODY, "OpenAI", model, tokens, course);
        return UsageRecord.priced(new Id<>(UUID.randomUUID()), call, PriceTable.of(List.of()), NOW);
    }

    /** Of 1,000 prompt and 500 completion tokens. Source: usage reference, section 8. */
    @ParameterizedTest
    @CsvSource({
        "gpt-5, 0.00625, false",
        "gpt-5-mini, 0.00125, false",
        "gpt-5-nano, 0.00025, false",
        "x-ai/grok-4.1-fast, 0.00045, false",
        "claude-opus-4-5-20251101, 0.0175, false",
        "gpt-5-mini-2025-08-07, 0.00125, true"
    })
    void aCallCostsWhatTheTableSays(String model, BigDecimal cost, boolean estimated) {
        UsageRecord record = record(model, new TokenCounts(1_000, 500, 0, true), null);
        Charge charge = Objects.requireNonNull(record.charge());
        assertThat(charge.costUsd()).isEqualByComparingTo(cost);
        assertThat(charge.estimated()).isEqualTo(estimated);
        assertThat(charge.source()).isEqualTo(PriceSource.KNOWN);
        assertThat(record.chatUsage().costUsd()).isEqualTo(charge.costUsd());
        assertThat(record.call().provider()).isEqualTo("openai");
    }

    @Test
    void whatHasNoPriceIsUnpricedAndNotFree() {
        UsageRecord record = record("unheard-of", new TokenCounts(1_000, 500, 0, true), null);
        assertThat(record.charge()).isNull();
        assertThat(record.chatUsage().costUsd()).isNull();
        assertThat(UsageFigures.of(record).unpriced()).isOne();
        assertThat(UsageFigures.of(record).costUsd()).isZero();
    }

    /** Tokens of reasoning are paid as answers, unless the provider has counted them already. */
    @Test
    void reasoningIsPaidOnce() {
        UsageRecord onTop = record("gpt-5", new TokenCounts(1_000, 500, 2_000, false), null);
        UsageRecord within = record("gpt-5", new TokenCounts(1_000, 2_500, 2_000, true), null);
        for (UsageRecord each : List.of(onTop, within)) {
            assertThat(Objects.requireNonNull(each.charge()).costUsd()).isEqualByComparingTo("0.02625");
            assertThat(each.chatUsage().completionTokens()).isEqualTo(2_500);
            assertThat(each.call().tokens().total()).isEqualTo(3_500);
        }
    }

    /** Three rows, tokens per second unknown, 10 and 20. Source: usage reference, section 8. */
    @Test
    void speedIsTheMeanOverWhatIsKnown() {
        TokenCounts tokens = new TokenCounts(1, 100, 0, true);
        UsageFigures figures = UsageFigures.of(record("m", tokens, null))
                .plus(UsageFigures.of(record("m", tokens, 10_000L)))
                .plus(UsageFigures.of(record("m", tokens, 5_000L)));
        assertThat(figures.speed() / figures.paced()).isEqualTo(15_000);
        assertThat(figures.paced()).isEqualTo(2);
        assertThat(figures.calls()).isEqualTo(3);
    }

    @Test
    void everyCallIsCountedOnceInEverySpanOfBothScopes() {
        UsageRecord record = record("gpt-5", new TokenCounts(1, 2, 0, true), 5L);
        Collection<UsageRollup> once = UsageRollup.of(List.of(record));
        assertThat(once).hasSize(7).allMatch(each -> each.figures().equals(UsageFigures.of(record)));
        assertThat(UsageRollup.of(List.of(record, record)))
                .hasSize(7)
                .allMatch(each -> each.figures().calls() == 2);
        assertThat(List.copyOf(UsageRollup.of(List.of(record)))).isEqualTo(List.copyOf(once));
    }

    /** Somebody else's server may tell anything. */
    @Test
    void whateverIsToldCanBeRecorded() {
        assertThat(TokenCounts.told(-1, Long.MAX_VALUE, Long.MAX_VALUE, false))
                .isEqualTo(new TokenCounts(0, Integer.MAX_VALUE, 0, false));
        assertThat(TokenCounts.told(7, 5, 3, true)).isEqualTo(new TokenCounts(7, 5, 3, true));
        assertThat(new CallCourse(null, null, true, CallOutcome.COMPLETED, " " + "x".repeat(99)).finishReason())
                .isEqualTo("x".repeat(64));
        UsageRecord fast = record("m", new TokenCounts(0, Integer.MAX_VALUE, 0, true), 1L);
        assertThat(fast.call().speed()).isEqualTo(1_000_000_000);
    }

    @Test
    void countsAreBounded() {
        assertThatThrownBy(() -> new TokenCounts(-1, 0, 0, true)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new TokenCounts(0, Integer.MAX_VALUE, 1, false))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.field())
                        .isEqualTo("completion_tokens"));
        assertThatThrownBy(() -> new CallCourse(-1L, null, true, CallOutcome.FAILED, null))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.field())
                        .isEqualTo("duration_ms"));
        assertThatThrownBy(() -> new Charge(BigDecimal.ONE, null, PriceSource.SET, false))
                .isInstanceOf(InvalidValue.class);
    }
}
