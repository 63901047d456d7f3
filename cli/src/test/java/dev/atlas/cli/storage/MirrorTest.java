package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.MirrorVerification;
import dev.atlas.application.mirror.Phase;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mirror holds what its primary holds, in all directions, while everybody writes and whatever happens. */
@Timeout(300)
@Order(1)
class MirrorTest {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int ROUNDS = 12;

    @TempDir
    private Path folder;

    /** At every moment from when it is whole the mirror holds one state of the primary, and in the end its last. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void a_mirror_follows_while_everybody_writes(List<String> direction) {
        String to = Engines.url(direction.getLast(), folder);
        try (Storage primary = filled(direction.getFirst());
                Storage watched = Engines.open(to)) {
            Storm storm = new Storm(primary);
            CompletableFuture<Void> early = storm.blow(ROUNDS);
            try (Mirror mirror = attach(primary, to)) {
                Await.until(BOUND, () -> mirror.status().whole(), () -> "never whole: " + mirror.status());
                early.join();
                CompletableFuture<Void> late = storm.blow(ROUNDS);
                while (!late.isDone()) {
                    storm.requireOneState(watched);
                }
                late.join();
                awaitEqual(primary, watched, mirror);
                MirrorVerification verification = verified(mirror);
                assertThat(verification.equal()).isTrue();
                assertThat(verification.records()).isPositive();
            }
        }
    }

    /** One who comes later goes on where the one before ended, without copying again. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ringBack")
    void what_was_written_meanwhile_is_taken_over(List<String> direction) {
        String to = Engines.url(direction.getLast(), folder);
        try (Storage primary = filled(direction.getFirst());
                Storage watched = Engines.open(to)) {
            long copied;
            Storm storm = new Storm(primary);
            try (Mirror mirror = attach(primary, to)) {
                Await.until(BOUND, () -> mirror.status().whole(), () -> "never whole: " + mirror.status());
                copied = mirror.status().recordsCopied();
            }
            storm.blow(3).join();
            try (Mirror mirror = attach(primary, to)) {
                awaitEqual(primary, watched, mirror);
                assertThat(mirror.status().recordsCopied()).isEqualTo(copied);
            }
        }
    }

    /** A change by hand in either store is found, and counted as what it is. */
    @Test
    void a_difference_is_found() {
        String to = Engines.url(Engines.all().getLast(), folder);
        try (Storage primary = filled(Engines.all().getFirst());
                Storage watched = Engines.open(to);
                Mirror mirror = attach(primary, to)) {
            awaitEqual(primary, watched, mirror);
            Kind kind = StorageCopyTest.kind(primary, "subjects");
            watched.renew();
            Tampering.change(watched, kind, SampleRecords.keys(primary, kind).get(2));
            MirrorVerification verification = verified(mirror);
            assertThat(verification.equal()).isFalse();
            assertThat(verification.differences()).isEqualTo(1);
        }
    }

    /** A store that holds something else is refused and left as it is. */
    @Test
    void a_store_in_use_is_no_mirror() {
        String to = Engines.url(Engines.all().getLast(), folder);
        try (Storage primary = filled(Engines.all().getFirst());
                Storage other = Engines.open(to)) {
            new SampleRecords(2).fill(other, 1);
            Position before = other.changes().position();
            try (Mirror mirror = attach(primary, to)) {
                Await.until(BOUND, () -> mirror.status().phase() == Phase.STOPPED, () -> "" + mirror.status());
                assertThat(mirror.status().problem()).contains("name an empty target");
            }
            assertThat(other.changes().read(before, 100, Duration.ZERO))
                    .asInstanceOf(InstanceOfAssertFactories.type(Changes.Batch.class))
                    .extracting(Changes.Batch::transactions, InstanceOfAssertFactories.LIST)
                    .isEmpty();
        }
    }

    /** A mirror that cannot be had is tried again, and the primary is written all the same. */
    @Test
    void a_mirror_that_is_away_comes_back() throws IOException {
        Path away = folder.resolve("away");
        String to = "sqlite:" + away.resolve("mirror.db");
        Files.writeString(away, "a file where a folder is to be");
        try (Storage primary = filled(Engines.all().getFirst());
                Mirror mirror = attach(primary, to)) {
            Await.until(BOUND, () -> mirror.status().phase() == Phase.UNREACHABLE, () -> "" + mirror.status());
            new Storm(primary).blow(3).join();
            Files.delete(away);
            Files.createDirectory(away);
            Await.until(BOUND, () -> mirror.status().whole(), () -> "never whole: " + mirror.status());
            try (Storage watched = Engines.open(to)) {
                awaitEqual(primary, watched, mirror);
            }
        }
    }

    /** Of two who mirror at the same time one waits, and goes on when the other has ended. */
    @Test
    void one_mirrors_at_a_time() {
        String to = Engines.url(Engines.all().getLast(), folder);
        try (Storage primary = filled(Engines.all().getFirst());
                Storage watched = Engines.open(to)) {
            Mirror first = attach(primary, to);
            Await.until(BOUND, () -> first.status().whole(), () -> "never whole: " + first.status());
            try (Mirror second = attach(primary, to)) {
                Await.until(BOUND, () -> second.status().phase() == Phase.ELSEWHERE, () -> "" + second.status());
                first.close();
                new Storm(primary).blow(2).join();
                awaitEqual(primary, watched, second);
            }
        }
    }

    private Storage filled(String engine) {
        Storage primary = Engines.open(Engines.url(engine, folder));
        new SampleRecords(21).fill(primary, 40);
        return primary;
    }

    static Mirror attach(Storage primary, String to) {
        return Mirror.attach(primary, StorageEngines.installed().at("--to", to, Map.of()), Clock.systemUTC());
    }

    /** Waits until everything that is written by now is there, and compares all of it. */
    static void awaitEqual(Storage primary, Storage watched, Mirror mirror) {
        Position end = primary.changes().position();
        Await.until(BOUND, () -> reached(mirror.status(), end), () -> "never reaches " + end + ": " + mirror.status());
        assertThat(new StorageVerification(Clock.systemUTC())
                        .run(primary, watched, MovingListener.SILENT)
                        .named())
                .isEmpty();
    }

    private static boolean reached(MirrorStatus status, Position end) {
        Position position = status.position();
        return status.whole() && position != null && position.compareTo(end) >= 0;
    }

    static MirrorVerification verified(Mirror mirror) {
        Instant asked = Instant.now();
        mirror.verify();
        Await.until(
                BOUND,
                () -> {
                    MirrorVerification last = mirror.status().verification();
                    return last != null && last.at().isAfter(asked);
                },
                () -> "never verified: " + mirror.status());
        return Objects.requireNonNull(mirror.status().verification());
    }
}
