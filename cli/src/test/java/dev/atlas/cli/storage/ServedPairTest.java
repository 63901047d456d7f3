package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Ids;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several nodes serve from a primary and its mirror, and all of them go on in the mirror when one has switched. */
@Timeout(180)
@Order(1)
class ServedPairTest {

    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    /** Each node switches once; the mirror is always the other store, kept by one of them. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#otherPairs")
    void all_nodes_follow_a_switch(List<String> direction) throws InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = Engines.url(direction.getLast(), folder);
        try (ServedPair here = serving(from, to);
                ServedPair there = serving(from, to);
                LedgerWriters writers = new LedgerWriters(here.storage(), there.storage());
                Storage one = Engines.open(from);
                Storage other = Engines.open(to)) {
            writers.awaitMore(20);
            here.switchOver(status -> {}, SwitchListener.SILENT);
            writers.awaitMore(20);
            assertThat(other.renew()).isEqualTo(new Term(1, Term.Role.PRIMARY));
            awaitFollowing(here, there, to, from);
            there.switchOver(status -> {}, SwitchListener.SILENT);
            writers.awaitMore(20);
            awaitFollowing(here, there, from, to);
            writers.stop();
            writers.requireAllIn(one);
            awaitEqual(one, other, here, there);
        }
    }

    /** Nobody waits for a mirror that is away when Atlas starts. */
    @Test
    void a_mirror_may_come_later() throws IOException {
        Path away = folder.resolve("away");
        Files.writeString(away, "a file where a folder is to be");
        String from = Engines.url("sqlite", folder);
        try (ServedPair pair = serving(from, "sqlite:" + away.resolve("mirror.db"))) {
            pair.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
            Files.delete(away);
            Files.createDirectories(away);
            Await.until(BOUND, () -> whole(pair), () -> "" + pair.status());
            pair.switchOver(status -> {}, SwitchListener.SILENT);
            pair.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
            assertThat(pair.storage().describe().url()).contains("mirror.db");
        }
    }

    /** The mirror of both is at the other end by now, and one of them keeps it. */
    private static void awaitFollowing(ServedPair here, ServedPair there, String primary, String mirror) {
        Await.until(
                BOUND,
                () -> Stream.of(here, there)
                                .allMatch(each -> each.primaryPlace().url().equals(primary)
                                        && each.mirrorPlace().url().equals(mirror))
                        && (whole(here) || whole(there)),
                () -> here.status() + " and " + there.status());
    }

    private static void awaitEqual(Storage one, Storage other, ServedPair... nodes) {
        one.renew();
        other.renew();
        Position end = one.changes().position();
        Await.until(
                BOUND,
                () -> Stream.of(nodes).flatMap(each -> each.status().stream()).anyMatch(each -> reached(each, end)),
                () -> "never reaches " + end);
        assertThat(new StorageVerification(CLOCK)
                        .run(one, other, MovingListener.SILENT)
                        .named())
                .isEmpty();
    }

    private static boolean reached(MirrorStatus status, Position end) {
        Position position = status.position();
        return status.whole() && position != null && position.compareTo(end) >= 0;
    }

    private static boolean whole(ServedPair pair) {
        return pair.status().filter(MirrorStatus::whole).isPresent();
    }

    private static ServedPair serving(String from, String to) {
        StorePlace place = place(from);
        ServedPair pair =
                new ServedPair(place, Engines.open(from), place(to), new Ids(CLOCK, new SecureRandom()), CLOCK);
        pair.settle();
        pair.start();
        return pair;
    }

    private static StorePlace place(String url) {
        return StorageEngines.installed().at("--url", url, Map.of());
    }
}
