package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.nodes.NodeLease;
import dev.atlas.domain.Id;
import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The processes that serve from one store know of each other, whatever their clocks say. */
class NodeLeaseTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration LITTLE = Duration.ofSeconds(10);

    private final AtomicLong elapsed = new AtomicLong();
    private final Random random = new Random(1);

    @TempDir
    private Path folder;

    static List<String> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void two_nodes_at_once_have_two_ids_and_leave_none(String engine) {
        String url = Engines.url(engine, folder);
        try (Storage here = Engines.open(url);
                Storage there = Engines.open(url)) {
            NodeLease first = node(here, NOON);
            NodeLease second = node(there, NOON);
            assertThat(running(here)).containsExactlyInAnyOrder(first.id(), second.id());
            first.close();
            assertThat(running(there)).containsExactly(second.id());
            second.close();
            assertThat(running(here)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_node_that_is_silent_is_forgotten_and_goes_on_under_a_new_id(String engine) {
        try (Storage storage = Engines.open(Engines.url(engine, folder));
                NodeLease awake = node(storage, NOON);
                NodeLease frozen = node(storage, NOON)) {
            Id<Node> before = frozen.id();
            passWithRenewalsOf(awake, Node.LEASE);
            assertThat(running(storage)).contains(before);
            passWithRenewalsOf(awake, LITTLE);
            assertThat(running(storage)).containsExactly(awake.id());
            frozen.renew();
            assertThat(frozen.id()).isNotEqualTo(before);
            assertThat(running(storage)).containsExactlyInAnyOrder(awake.id(), frozen.id());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_clock_that_jumps_ends_no_lease_and_lengthens_none(String engine) {
        try (Storage storage = Engines.open(Engines.url(engine, folder));
                NodeLease awake = node(storage, NOON);
                NodeLease ahead = node(storage, NOON.plus(Duration.ofDays(400)));
                NodeLease behind = node(storage, NOON.minus(Duration.ofDays(400)))) {
            Id<Node> before = ahead.id();
            for (int i = 0; i < 6; i++) {
                passWithRenewalsOf(awake, LITTLE);
                ahead.renew();
                behind.renew();
            }
            assertThat(running(storage)).containsExactlyInAnyOrder(awake.id(), before, behind.id());
            for (int i = 0; i < 5; i++) {
                passWithRenewalsOf(awake, LITTLE);
                behind.renew();
            }
            assertThat(running(storage)).containsExactlyInAnyOrder(awake.id(), behind.id());
        }
    }

    private NodeLease node(Storage storage, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return NodeLease.manual(new Foundation(storage, clock, new Ids(clock, random)), elapsed::get);
    }

    /** As a node does: it looks first, then time passes, in steps that are shorter than a lease. */
    private void passWithRenewalsOf(NodeLease awake, Duration time) {
        awake.renew();
        for (Duration left = time; left.isPositive(); left = left.minus(LITTLE)) {
            elapsed.addAndGet(LITTLE.toNanos());
            awake.renew();
        }
    }

    private static List<Id<Node>> running(Storage storage) {
        return storage.read(repositories -> repositories.nodes().oldest(100)).stream()
                .map(Node::id)
                .toList();
    }
}
