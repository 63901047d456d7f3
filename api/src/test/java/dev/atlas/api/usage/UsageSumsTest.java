package dev.atlas.api.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Caller;
import dev.atlas.application.usage.UsagePeriod;
import dev.atlas.application.usage.UsageQuestion;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.application.usage.UsageShare;
import dev.atlas.application.usage.UsageStatistics;
import dev.atlas.application.usage.UsageTrend;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.RollupScope;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageGrouping;
import dev.atlas.domain.usage.UsageInterval;
import dev.atlas.domain.usage.UsageRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statistics are what the records come to that several wrote at once: on each engine, for any question. */
class UsageSumsTest {

    private static final int WRITERS = 4;
    private static final int RECORDS = 40;
    private static final int QUESTIONS = 15;
    private static final Instant START = Instant.parse("2025-02-20T00:00:00Z");
    private static final int DAYS = 80;

    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "Asia/Kathmandu", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe");

    private static final List<String> MODELS = List.of("gpt-5", "gpt-5-mini-2025", "unheard-of");
    private static final List<String> AGENTS = List.of("ops", "triage");

    @TempDir
    private Path folder;

    private final List<Id<User>> users = ids();
    private final List<Id<Project>> projects = ids();

    private static <T> List<Id<T>> ids() {
        return List.of(new Id<>(UUID.randomUUID()), new Id<>(UUID.randomUUID()));
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static <T> @Nullable T maybe(Random random, List<T> choices) {
        return random.nextInt(3) == 0 ? null : oneOf(random, choices);
    }

    /** Often at the very edge of an hour or a day. */
    private static Instant moment(Random random) {
        Instant any = START.plus(random.nextLong(DAYS * 86_400_000_000L), ChronoUnit.MICROS);
        return switch (random.nextInt(4)) {
            case 0 -> any.truncatedTo(ChronoUnit.HOURS);
            case 1 -> any.truncatedTo(ChronoUnit.DAYS).minus(random.nextInt(2), ChronoUnit.MICROS);
            case 2 -> any.truncatedTo(ChronoUnit.HOURS).plus(15L * random.nextInt(4), ChronoUnit.MINUTES);
            default -> any;
        };
    }

    private UsageRecord record(ServedAtlas atlas, Random random) {
        CallOrigin origin =
                new CallOrigin(maybe(random, users), maybe(random, projects), maybe(random, AGENTS), null, null, null);
        TokenCounts tokens = new TokenCounts(
                random.nextInt(5_000), random.nextInt(5_000), random.nextInt(900), random.nextBoolean());
        CallCourse course = new CallCourse(
                random.nextBoolean() ? null : (Long) random.nextLong(9_000),
                random.nextBoolean() ? null : (Long) random.nextLong(900),
                true,
                oneOf(random, List.of(CallOutcome.values())),
                null);
        ModelCall call = new ModelCall(origin, "openai", oneOf(random, MODELS), tokens, course);
        Id<UsageRecord> id = new Id<>(new UUID(random.nextLong(), random.nextLong()));
        Instant at = moment(random);
        return atlas.storage()
                .write(to -> UsageRecording.record(to, id, call, at))
                .value();
    }

    private List<UsageRecord> written(ServedAtlas atlas, long seed) throws Exception {
        List<UsageRecord> all = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(seed + writer);
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < RECORDS; i++) {
                        all.add(record(atlas, random));
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        return all;
    }

    private UsageFilter filter(Random random) {
        return new UsageFilter(
                maybe(random, users),
                random.nextInt(3) > 0 ? null : oneOf(random, projects),
                random.nextInt(3) > 0 ? null : oneOf(random, AGENTS),
                random.nextBoolean() ? null : "openai",
                random.nextBoolean() ? null : oneOf(random, MODELS));
    }

    private static Predicate<UsageRecord> wanted(UsageQuestion question) {
        UsageFilter calls = question.calls();
        return record -> {
            UsageDimensions of = UsageDimensions.of(record.call(), RollupScope.EACH);
            return (calls.user() == null || calls.user().equals(of.user()))
                    && (calls.project() == null || calls.project().equals(of.project()))
                    && (calls.agent() == null || calls.agent().equals(of.agent()))
                    && (calls.provider() == null || calls.provider().equals(of.provider()))
                    && (calls.model() == null || calls.model().equals(of.model()))
                    && (question.start() == null || !record.createdAt().isBefore(question.start()))
                    && (question.end() == null || !record.createdAt().isAfter(question.end()));
        };
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void everyStatisticIsTheSumOfItsRecords(String engine) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            List<UsageRecord> all = written(atlas, seed);
            UsageStatistics statistics = atlas.atlas().usage().statistics();
            for (int i = 0; i < QUESTIONS; i++) {
                Instant one = moment(random);
                Instant other = moment(random);
                UsageQuestion question = new UsageQuestion(
                        filter(random),
                        random.nextInt(4) == 0 ? null : one.isBefore(other) ? one : other,
                        random.nextInt(4) == 0 ? null : one.isBefore(other) ? other : one);
                List<UsageRecord> some = all.stream().filter(wanted(question)).toList();
                String told = "seed " + seed + ", " + question;
                assertThat(statistics.totals(CALLER, question).join()).as(told).isEqualTo(sum(some));
                for (UsageGrouping by : EnumSet.complementOf(EnumSet.of(UsageGrouping.TIME))) {
                    assertThat(shares(
                                    statistics.shares(CALLER, question, by, 100).join()))
                            .as("%s by %s", told, by)
                            .isEqualTo(grouped(some, by));
                }
                Instant start = question.start();
                Instant end = question.end();
                if (start != null && end != null) {
                    boolean few = start.until(end, ChronoUnit.HOURS) < UsageTrend.MOST - 2;
                    assertTrends(statistics, random, question, few, some, told);
                }
            }
        }
    }

    private static void assertTrends(
            UsageStatistics statistics,
            Random random,
            UsageQuestion question,
            boolean few,
            List<UsageRecord> some,
            String told) {
        ZoneId zone = ZoneId.of(oneOf(random, ZONES));
        for (UsageInterval interval : UsageInterval.values()) {
            if (few || interval != UsageInterval.HOUR) {
                Map<Instant, UsageFigures> expected = new HashMap<>();
                some.forEach(record -> expected.merge(
                        interval.floor(record.createdAt(), zone), UsageFigures.of(record), UsageFigures::plus));
                Map<Instant, UsageFigures> answered = new HashMap<>();
                List<UsagePeriod> periods = statistics
                        .trend(CALLER, question, new UsageTrend(interval, zone, false))
                        .join();
                periods.forEach(period -> answered.put(period.start(), period.figures()));
                assertThat(answered).as("%s by %s in %s", told, interval, zone).isEqualTo(expected);
                assertThat(periods).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
            }
        }
    }

    private static UsageFigures sum(List<UsageRecord> records) {
        return records.stream().map(UsageFigures::of).reduce(UsageFigures.NONE, UsageFigures::plus);
    }

    private static Map<UsageDimensions, UsageFigures> grouped(List<UsageRecord> records, UsageGrouping by) {
        Map<UsageDimensions, UsageFigures> groups = new HashMap<>();
        records.forEach(record -> groups.merge(
                UsageDimensions.of(record.call(), RollupScope.EACH).by(by),
                UsageFigures.of(record),
                UsageFigures::plus));
        return groups;
    }

    private static Map<UsageDimensions, UsageFigures> shares(List<UsageShare> shares) {
        Map<UsageDimensions, UsageFigures> groups = new HashMap<>();
        shares.forEach(share -> groups.put(share.of(), share.figures()));
        return groups;
    }

    private static final Caller CALLER = new Caller(
            new Id<>(UUID.randomUUID()),
            "auditor",
            EnumSet.of(Permission.USAGE_VIEW),
            null,
            new Caller.Origin("test", null, null));
}
