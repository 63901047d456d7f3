package dev.atlas.contract.samples;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.Charge;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.domain.usage.PendingCall;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.PriceSource;
import dev.atlas.domain.usage.RollupScope;
import dev.atlas.domain.usage.RollupSpan;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.TokenPrice;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRollup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What models cost, and what was used of them. */
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

    /** Outlives whom and what it names, so nothing refers to anything. */
    public static final Port<Id<UsageRecord>, UsageRecord> RECORDS =
            new Port<>("usage_records", Repositories::usageRecords, UsageSamples::record, List.of());

    public static final Port<Id<PendingCall>, PendingCall> PENDING_CALLS = new Port<>(
            "pending_calls",
            Repositories::pendingCalls,
            (samples, repositories) ->
                    new PendingCall(samples.id(), samples.id(), samples.word(), samples.text(), samples.instant(), 0),
            List.of());

    public static final Port<Id<UsageRollup>, UsageRollup> ROLLUPS =
            new Port<>("usage_rollups", Repositories::usageRollups, UsageSamples::rollup, List.of());

    public static final List<Port<?, ?>> PORTS = List.of(MODEL_PRICES, RECORDS, PENDING_CALLS, ROLLUPS);

    /** Of which the sums of all samples have room. */
    private static final int MANY = 1_000_000_000;

    private static final List<BigDecimal> COSTS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.000"),
            new BigDecimal("0.0012345"),
            new BigDecimal("2.50"),
            new BigDecimal("0.999999999999999999"),
            new BigDecimal("123456789012.000000000000000001"));

    private static final List<String> PROVIDERS = List.of("openai", "anthropic", "ollama");

    private static final List<String> MODELS = List.of("gpt-5", "GPT-5", "claude \ud83d\ude00", "llama");

    private static final List<String> AGENTS = List.of("ops", "triage");

    private UsageSamples() {}

    private static UsageRecord record(Samples samples, Repositories repositories) {
        return new UsageRecord(
                samples.id(), call(samples, repositories), samples.maybe(() -> charge(samples)), samples.instant(), 0);
    }

    /** A call that somebody could have made; its user and project are there. */
    public static ModelCall call(Samples samples, Repositories repositories) {
        CallOrigin origin = new CallOrigin(
                samples.maybe(() -> samples.referTo(IdentitySamples.USERS, repositories)),
                samples.maybe(() -> samples.referTo(ProjectSamples.PROJECTS, repositories)),
                samples.maybe(() -> samples.oneOf(AGENTS)),
                samples.maybe(samples::id),
                samples.maybe(samples::id),
                samples.maybe(samples::word));
        TokenCounts tokens =
                new TokenCounts(samples.number(MANY), samples.number(MANY), samples.number(MANY), samples.chance());
        CallCourse course = new CallCourse(
                samples.maybe(() -> (long) samples.number(MANY)),
                samples.maybe(() -> (long) samples.number(MANY)),
                samples.chance(),
                samples.oneOf(CallOutcome.class),
                samples.maybe(samples::word));
        return new ModelCall(origin, samples.oneOf(PROVIDERS), samples.oneOf(MODELS), tokens, course);
    }

    /** What a call could have cost. */
    public static Charge charge(Samples samples) {
        PriceSource source = samples.oneOf(PriceSource.class);
        TokenPrice price =
                source == PriceSource.IMPORTED ? null : new TokenPrice(samples.oneOf(AMOUNTS), samples.oneOf(AMOUNTS));
        return new Charge(samples.oneOf(COSTS), price, source, samples.chance());
    }

    private static UsageRollup rollup(Samples samples, Repositories repositories) {
        UsageRecord record = record(samples, repositories);
        RollupScope scope = samples.oneOf(RollupScope.class);
        RollupSpan span = samples.oneOf(RollupSpan.class);
        Instant start = span.floor(record.createdAt());
        return new UsageRollup(
                samples.id(),
                scope,
                span,
                start,
                UsageDimensions.of(record.call(), scope),
                samples.number(UsageRollup.SLOTS),
                UsageFigures.of(record),
                0);
    }
}
