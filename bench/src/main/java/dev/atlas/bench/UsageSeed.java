package dev.atlas.bench;

import dev.atlas.application.Foundation;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PriceTable;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Fills a store with a year's calls by 200 users, counted as they are recorded. Each works in one project, with one of four agents
 * now and then, and asks three of 12 models.
 */
record UsageSeed(Foundation foundation) {

    private static final int UNIT = 5_000;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int USERS = 200;
    private static final int PROJECTS = 20;
    private static final int MODELS_OF_USER = 3;
    private static final List<String> AGENTS = List.of("ops", "triage", "engineer", "reviewer");

    private static final List<String> MODELS = List.of(
            "gpt-5",
            "gpt-5-mini",
            "gpt-5-nano",
            "claude-opus-4-5-20251101",
            "claude-sonnet-4-5-20250929",
            "claude-haiku-4-5-20251001",
            "gemini-3-pro",
            "gemini-3-flash",
            "x-ai/grok-4",
            "x-ai/grok-4.1-fast",
            "deepseek/deepseek-chat",
            "unpriced");

    void fill(int count) {
        Random random = new Random(2);
        List<Id<User>> users = ids(random, USERS);
        List<Id<Project>> projects = ids(random, PROJECTS);
        PriceTable prices = PriceTable.of(List.of());
        Instant start = foundation.now().minus(YEAR);
        Duration pause = YEAR.dividedBy(count);
        for (int from = 0; from < count; from += UNIT) {
            List<UsageRecord> unit = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + UNIT); i++) {
                int user = random.nextInt(USERS);
                CallOrigin origin = new CallOrigin(
                        users.get(user),
                        projects.get(user % PROJECTS),
                        random.nextInt(4) == 0 ? AGENTS.get(user % AGENTS.size()) : null,
                        null,
                        null,
                        "bench");
                TokenCounts tokens = new TokenCounts(random.nextInt(20_000), random.nextInt(4_000), 0, true);
                CallCourse course =
                        new CallCourse(1L + random.nextInt(30_000), 400L, true, CallOutcome.COMPLETED, "stop");
                ModelCall call = new ModelCall(origin, "provider", model(user, random), tokens, course);
                Instant at = start.plus(pause.multipliedBy(i));
                unit.add(UsageRecord.priced(foundation.ids().next(), call, prices, at));
            }
            foundation.storage().write(to -> UsageRecording.add(to, unit).size());
        }
    }

    private static <T> List<Id<T>> ids(Random random, int count) {
        return Stream.generate(() -> new Id<T>(new UUID(random.nextLong(), random.nextLong())))
                .limit(count)
                .toList();
    }

    private static String model(int user, Random random) {
        return MODELS.get((user + random.nextInt(MODELS_OF_USER)) % MODELS.size());
    }
}
