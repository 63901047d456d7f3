package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.Phase;
import dev.atlas.application.shadow.KeptDifference;
import dev.atlas.application.shadow.ShadowDifference;
import dev.atlas.application.shadow.ShadowOutcome;
import dev.atlas.application.shadow.ShownAnswer;
import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.FieldDifference;
import dev.atlas.cli.serve.CapturedLog;
import dev.atlas.contract.Await;
import dev.atlas.contract.samples.Population;
import dev.atlas.contract.samples.Question;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the mirror answers is compared with what the primary answers, and nobody who reads knows of it. */
@Timeout(120)
@Order(1)
@Isolated // what is late is told from what differs by time
class ShadowReadsTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final long SEED = 51;
    private static final int ROWS = 30;
    private static final int ROUNDS = 6;

    /** What is known of one store alone. */
    private static final Set<String> LOCAL = Set.of(
            "signInAttempts",
            "chatAllowances",
            "linkCodes",
            "idempotencyRecords",
            "nodes",
            "followers",
            "switches",
            "imports");

    @TempDir
    private Path folder;

    /** Every question of every port; while everybody writes no difference is found where there is none. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void every_question_is_answered_the_same_while_everybody_writes(List<String> direction) {
        try (Storage primary = Engines.open(Engines.url(direction.getFirst(), folder))) {
            Population population = new Population(SEED).fill(primary, ROWS);
            Samples samples = new Samples(SEED);
            List<Question> comparable = Question.all().stream()
                    .filter(each -> !LOCAL.contains(each.port().getName()) && !each.unordered())
                    .toList();
            try (ShadowedPrimary shadowed = new ShadowedPrimary(primary, Engines.url(direction.getLast(), folder))) {
                shadowed.awaitMirror();
                shadowed.compare(1, new Random(SEED));
                CompletableFuture<Void> storm = new Storm(primary).blow(ROUNDS);
                long asked = 0;
                do {
                    for (Question question : Question.all()) {
                        Object[] arguments = question.arguments(population.pool(), samples);
                        shadowed.storage().read(each -> Optional.ofNullable(question.ask(each, arguments)));
                    }
                    // what the storm changes, in one unit
                    shadowed.storage().read(each -> {
                        each.projects().list(ProjectFilter.NONE, Page.first(5));
                        return each.users().list(Page.first(5), true);
                    });
                    asked += comparable.size() + 2;
                    shadowed.awaitAnswered(asked);
                } while (!storm.isDone());
                storm.join();
                assertThat(shadowed.differences()).isEmpty();
                assertThat(shadowed.count(ShadowOutcome.DIFFERENT)).isZero();
                assertThat(shadowed.count(ShadowOutcome.EQUAL)).isGreaterThanOrEqualTo(comparable.size());
                assertThat(shadowed.answered()).isEqualTo(asked);
            }
        }
    }

    /** Told are kind, key and fields, and of secrets no value; the log names no value at all. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void what_was_changed_by_hand_in_the_mirror_is_told(List<String> direction) {
        String to = Engines.url(direction.getLast(), folder);
        try (Storage primary = Engines.open(Engines.url(direction.getFirst(), folder));
                Storage watched = Engines.open(to);
                CapturedLog log = CapturedLog.everything();
                ShadowedPrimary shadowed = new ShadowedPrimary(primary, to)) {
            User changed = add(primary, "changed");
            User removed = add(primary, "removed");
            shadowed.awaitMirror();
            tamper(watched, changed, removed);
            shadowed.compare(1, new Random(SEED));
            ask(shadowed, changed);
            ask(shadowed, removed);
            ask(shadowed, changed);
            shadowed.awaitAnswered(3);

            assertThat(shadowed.count(ShadowOutcome.DIFFERENT)).isEqualTo(3);
            List<KeptDifference> kept = shadowed.differences();
            assertThat(kept).extracting(KeptDifference::times).containsExactly(2L, 1L);
            String key = changed.id().toString();
            assertThat(kept.getFirst().difference())
                    .isEqualTo(new ShadowDifference(
                            "users.find",
                            "users",
                            new ShownAnswer.Found(List.of(key), false),
                            new ShownAnswer.Found(List.of(key), false),
                            List.of(new Difference.Changed(
                                    "users",
                                    key,
                                    List.of(
                                            new FieldDifference(
                                                    "email", "\"changed@example.org\"", "\"tampered@example.org\""),
                                            new FieldDifference("password_hash", "(secret)", "(secret)"))))));
            assertThat(kept.getLast().difference().records())
                    .containsExactly(
                            new Difference.Missing("users", removed.id().toString()));
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("shadow"))
                    .anyMatch(line -> line.contains("users " + key + " differs in email, password_hash"))
                    .noneMatch(line -> line.contains("example.org") || line.contains("hash-of"));
        }
    }

    /** The mirror answered later than the primary, and so did what was written in between. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void what_was_written_in_between_is_told_from_a_difference(List<String> direction) {
        try (Storage primary = Engines.open(Engines.url(direction.getFirst(), folder));
                ShadowedPrimary shadowed = new ShadowedPrimary(primary, Engines.url(direction.getLast(), folder))) {
            User user = add(primary, "before");
            shadowed.awaitMirror();
            CountDownLatch hold = new CountDownLatch(1);
            shadowed.hold(hold);
            shadowed.compare(1, new Random(SEED));
            ask(shadowed, user);
            primary.write(each -> each.users().replace(user.withProfile("after", null, user.updatedAt())));
            shadowed.awaitMirror();
            hold.countDown();
            shadowed.awaitAnswered(1);
            assertThat(shadowed.count(ShadowOutcome.LAG)).isEqualTo(1);
        }
    }

    /** While the mirror does not answer there is room for some questions, and the others are dropped. */
    @Test
    void nobody_waits_for_the_mirror() {
        try (Storage primary = Engines.open(Engines.url(Engines.all().getFirst(), folder));
                ShadowedPrimary shadowed =
                        new ShadowedPrimary(primary, Engines.url(Engines.all().getLast(), folder))) {
            User user = add(primary, "read");
            shadowed.awaitMirror();
            shadowed.hold(new CountDownLatch(1));
            shadowed.compare(1, new Random(SEED));
            for (int i = 0; i < 1_500; i++) {
                ask(shadowed, user);
            }
            assertThat(shadowed.count(ShadowOutcome.DROPPED)).isBetween(400L, 500L);
        }
    }

    /** A mirror that cannot be had is no reason to answer otherwise. */
    @Test
    void a_mirror_that_is_away_disturbs_nobody() throws IOException {
        Path away = Files.writeString(folder.resolve("away"), "a file where a folder is to be");
        try (Storage primary = Engines.open(Engines.url(Engines.all().getFirst(), folder));
                ShadowedPrimary shadowed = new ShadowedPrimary(primary, "sqlite:" + away.resolve("mirror.db"))) {
            User user = add(primary, "read");
            shadowed.compare(1, new Random(SEED));
            Await.until(BOUND, () -> phase(shadowed) == Phase.UNREACHABLE, () -> "" + shadowed.status());
            for (int i = 0; i < 10; i++) {
                ask(shadowed, user);
            }
            shadowed.awaitAnswered(10);
            assertThat(shadowed.count(ShadowOutcome.DROPPED)).isEqualTo(10);
        }
    }

    /** As many reads are compared as were asked for, and those that the seed says. */
    @Test
    void a_share_of_the_reads_is_compared() {
        try (Storage primary = Engines.open(Engines.url(Engines.all().getFirst(), folder));
                ShadowedPrimary shadowed =
                        new ShadowedPrimary(primary, Engines.url(Engines.all().getLast(), folder))) {
            User user = add(primary, "read");
            shadowed.awaitMirror();
            Random same = new Random(SEED);
            long chosen = Stream.generate(same::nextDouble)
                    .limit(400)
                    .filter(each -> each < 0.1)
                    .count();
            shadowed.compare(0.1, new Random(SEED));
            for (int i = 0; i < 400; i++) {
                ask(shadowed, user);
            }
            shadowed.awaitAnswered(chosen);
            assertThat(shadowed.answered()).isEqualTo(chosen);
            shadowed.compare(0, same);
            ask(shadowed, user);
            assertThat(shadowed.answered()).isZero();
        }
    }

    private static User add(Storage primary, String name) {
        User user = LedgerWriters.user();
        User whole = user.withProfile(name, name + "@example.org", user.updatedAt())
                .withPasswordHash("hash-of-" + name, user.updatedAt());
        return primary.write(each -> each.users().add(whole)).value();
    }

    private static void ask(ShadowedPrimary shadowed, User user) {
        User found = shadowed.storage()
                .readAsync(each -> each.users().find(user.id()))
                .join()
                .orElseThrow();
        assertThat(found).isEqualTo(user);
    }

    private static void tamper(Storage mirror, User changed, User removed) {
        mirror.renew();
        Kind kind = StorageCopyTest.kind(mirror, "users");
        RecordKey key = new RecordKey.OfId(changed.id().value());
        mirror.write(each -> {
            each.records()
                    .put(
                            kind,
                            each.records().find(kind, List.of(key)).stream()
                                    .map(record -> record.with("email", "tampered@example.org")
                                            .with("password_hash", "hash-of-somebody-else"))
                                    .toList());
            each.records().erase(kind, List.of(new RecordKey.OfId(removed.id().value())));
            return true;
        });
    }

    private static Phase phase(ShadowedPrimary shadowed) {
        return shadowed.status().map(MirrorStatus::phase).orElseThrow();
    }
}
