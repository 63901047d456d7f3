package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.ChangesKept;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.persistence.sql.ChangeRetention;
import dev.atlas.persistence.sql.ChangeRetention.Due;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change log forgets what nobody needs any more, and what is beyond its bounds; whoever needed that is told so. */
class ChangeRetentionTest {

    private static final ChangesKept KEPT = new ChangesKept(Duration.ofHours(1), Duration.ofDays(7), 1_000);
    private static final Duration HOURS = Duration.ofHours(2);

    @TempDir
    private Path folder;

    private Storage storage;
    private Connection connection;
    private long seed;
    private Position start = new Position(0, 0);

    @BeforeEach
    void open() throws SQLException {
        String url = "sqlite:" + folder.resolve("atlas.db");
        storage = new Backend().open(url, Map.of());
        connection = Harness.connect(url);
        start = storage.changes().position();
        write();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        storage.close();
    }

    /** What nobody is known to follow is kept for those who come back soon. */
    @Test
    void what_nobody_waits_for_is_forgotten_after_a_while() {
        trim(KEPT, Duration.ofMinutes(30));
        assertThat(reaches(start)).isTrue();
        trim(KEPT, HOURS);
        assertThat(reaches(start)).isFalse();
        assertThat(reaches(storage.changes().position())).isTrue();
    }

    /** The slowest follower decides. */
    @Test
    void what_a_follower_has_not_seen_is_kept() {
        Position half = storage.changes().position();
        write();
        Position end = storage.changes().position();
        follow("slow", half, HOURS);
        follow("fast", end, HOURS);
        trim(KEPT, HOURS);
        assertThat(reaches(start)).isFalse();
        assertThat(reaches(half)).isTrue();
        follow("slow", end, HOURS);
        trim(KEPT, HOURS);
        assertThat(reaches(half)).isFalse();
    }

    /** One that was not heard of for its lease keeps nothing. */
    @Test
    void a_lost_follower_does_not_count() {
        follow("lost", start, Duration.ZERO);
        trim(KEPT, Follower.LEASE.minusMinutes(1));
        assertThat(reaches(start)).isTrue();
        trim(KEPT, Follower.LEASE.plusMinutes(1));
        assertThat(reaches(start)).isFalse();
    }

    /** A follower that is behind by more than the log may keep must start over. */
    @Test
    void what_is_too_old_is_forgotten_though_a_follower_waits() {
        follow("slow", start, KEPT.age());
        trim(KEPT, KEPT.age().minusMinutes(1));
        assertThat(reaches(start)).isTrue();
        trim(KEPT, KEPT.age().plusMinutes(1));
        assertThat(reaches(start)).isFalse();
    }

    /** The same for the number of changes. */
    @Test
    void what_is_too_much_is_forgotten_though_a_follower_waits() {
        follow("slow", start, Duration.ZERO);
        Position half = storage.changes().position();
        write();
        write();
        ChangesKept few = new ChangesKept(KEPT.seen(), KEPT.age(), 2);
        trim(few, Duration.ZERO);
        assertThat(reaches(start)).isFalse();
        assertThat(reaches(half)).isTrue();
    }

    /** However much there is to forget, it is done in small transactions, and positions stay. */
    @Test
    void changes_are_forgotten_in_small_steps() throws SQLException {
        Position before = storage.position();
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into change_log (kind, key) with recursive numbers (n) as (select 1 union all"
                    + " select n + 1 from numbers where n < 1500) select 'roles', cast(n as text) from numbers");
        }
        assertThat(trim(KEPT, HOURS)).containsExactly(1_000, 501);
        assertThat(trim(KEPT, HOURS)).containsExactly(0);
        assertThat(storage.position()).isGreaterThanOrEqualTo(before);
    }

    private void write() {
        storage.write(each -> IdentitySamples.ROLES.add(new Samples(++seed), each));
    }

    private void follow(String name, Position reached, Duration later) {
        Instant heard = Instant.now().plus(later);
        storage.write(each -> each.followers()
                .find(name)
                .map(found -> each.followers().replace(Follower.reaching(found, reached, heard)))
                .orElseGet(() -> each.followers().add(Follower.beginning(name, reached, heard))));
    }

    private boolean reaches(Position position) {
        return storage.changes().read(position, 10, Duration.ZERO) instanceof Changes.Batch;
    }

    /** How much was forgotten in each step, as if it were so much later. */
    private List<Integer> trim(ChangesKept kept, Duration later) {
        List<Integer> steps = new ArrayList<>();
        ChangeRetention.Step step = (due, limit) -> {
            steps.add(forget(due, limit));
            return steps.getLast();
        };
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        try (ChangeRetention retention = new ChangeRetention(storage, step, kept, clock)) {
            retention.round();
        }
        return steps;
    }

    private int forget(Due due, int limit) {
        try {
            return ChangeLog.forget(connection, due, limit);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
