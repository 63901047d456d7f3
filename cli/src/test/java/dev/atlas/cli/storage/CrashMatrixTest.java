package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.mirror.MirrorListener;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that are killed at every step of mirroring, verifying, switching and switching back, with writers running, each
 * continued by the next one, leave one primary that holds all they were acknowledged, and a mirror that is equal to it.
 */
@Timeout(900)
@Order(1)
class CrashMatrixTest {

    /** Kinds that refer to each other and to themselves, so that copying them takes several steps. */
    private static final Set<String> MANY = Set.of("users", "experiments");

    /** Of the points where there is one engine alone, as that is for those who are in a hurry. */
    private static final int SOME = 3;

    @TempDir
    private Path folder;

    /** Every direction, and every point in one of them; in the profile {@code crash-matrix} all points in each. */
    static Stream<Arguments> chains() {
        List<List<String>> directions = Engines.directions().toList();
        int ways = Boolean.getBoolean("atlas.test.crash-matrix") ? 1 : Math.max(SOME, directions.size());
        List<CrashPoint> points = CrashPoint.all();
        return IntStream.range(0, directions.size())
                .mapToObj(i -> Arguments.of(
                        directions.get(i),
                        IntStream.range(0, points.size())
                                .filter(point -> point % ways == i % ways)
                                .mapToObj(points::get)
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void nothing_acknowledged_is_lost(List<String> direction, List<CrashPoint> points)
            throws IOException, InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = Engines.url(direction.getLast(), folder);
        try (Storage primary = Engines.open(from)) {
            new SampleRecords(71).fill(primary, kind -> MANY.contains(kind.name()) ? 120 : 3);
        }
        List<Id<User>> ledger = new ArrayList<>();
        for (CrashPoint point : points) {
            List<Id<User>> acknowledged = CrashProcess.killAt(point, from, to, points.indexOf(point));
            assertThat(acknowledged).as(point.toString()).isNotEmpty();
            ledger.addAll(acknowledged);
        }
        try (ServedPair pair = CrashProcess.pair(from, to, points.size(), MirrorListener.SILENT);
                Storage one = Engines.open(from);
                Storage other = Engines.open(to)) {
            pair.settle(Duration.ZERO);
            pair.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
            pair.start();
            assertThat(pair.verify(status -> {}).equal()).isTrue();
            ledger.forEach(user -> requireThere(user, pair.storage()));
            requireOnePrimary(one, other);
            assertThat(new StorageVerification(Clock.systemUTC())
                            .run(one, other, MovingListener.SILENT)
                            .named())
                    .isEmpty();
        }
    }

    private static void requireThere(Id<User> user, Storage primary) {
        boolean there =
                primary.read(repositories -> repositories.users().find(user).isPresent());
        assertThat(there).as(user.toString()).isTrue();
    }

    private static void requireOnePrimary(Storage one, Storage other) {
        assertThat(Stream.of(one, other).map(each -> each.renew().role()))
                .containsExactlyInAnyOrder(Role.PRIMARY, Role.MIRROR);
        for (Storage each : List.of(one, other)) {
            List<Switch> journal =
                    each.read(repositories -> repositories.switches().newest(100));
            assertThat(journal).allMatch(entry -> entry.state().isFinal());
        }
    }
}
