package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Fenced;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link Storage#enter}: whoever began to write in one term cannot commit in another, on whatever node. */
abstract class FencingContract extends Concern {

    private static final Duration BOUND = DisturbedStore.PATIENCE;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Term NEXT = new Term(1, Role.PRIMARY);

    FencingContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** A new store is a primary, and stays in the term it was brought to when it is opened again. */
    @Test
    void a_store_keeps_its_term() {
        String place = harness().emptyPlace();
        Term mirror = new Term(7, Role.MIRROR);
        try (Storage storage = harness().open(place)) {
            assertThat(storage.term()).isEqualTo(Term.FIRST);
            enter(storage, mirror);
            assertThat(storage.term()).isEqualTo(mirror);
        }
        try (Storage storage = harness().open(place)) {
            assertThat(storage.term()).isEqualTo(mirror);
            assertThat(addUser(storage).position().epoch()).isEqualTo(7);
        }
    }

    /** A node that has slept through the beginning of a term can read, but not write until it has looked. */
    @Test
    void a_node_of_a_former_term_is_fenced() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            User before = addUser(nodes.other()).value();
            enter(nodes.one(), NEXT);
            User refused = newUser();
            assertFenced(() -> add(nodes.other(), refused));
            assertThat(find(nodes.other(), before.id())).contains(before);
            assertThat(find(nodes.other(), refused.id())).isEmpty();
            assertThat(nodes.other().term()).isEqualTo(Term.FIRST);
            assertThat(nodes.other().renew()).isEqualTo(NEXT);
            add(nodes.other(), refused);
            assertThat(find(nodes.one(), refused.id())).isPresent();
        }
    }

    /** In some roles nobody writes, neither who brought the store to it nor who renews; another term ends that. */
    @Test
    void a_store_takes_no_writes_in_some_roles() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            for (Role role : List.of(Role.FENCED, Role.DETACHED)) {
                enter(nodes.one(), new Term(0, role));
                nodes.other().renew();
                nodes.both().forEach(each -> assertFenced(() -> addUser(each)));
                enter(nodes.other(), Term.FIRST);
                addUser(nodes.other());
                assertFenced(() -> enter(nodes.one(), NEXT));
                nodes.one().renew();
                addUser(nodes.one());
            }
        }
    }

    /** Who means to write in one term is not let in because the node has come to another that takes writes. */
    @Test
    void a_write_can_name_its_term() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            enter(nodes.one(), new Term(1, Role.MIRROR));
            assertFenced(
                    () -> nodes.one().write(Term.FIRST, each -> each.users().add(newUser())));
            nodes.one().write(new Term(1, Role.MIRROR), each -> each.users().add(newUser()));
        }
    }

    /** What is written with the beginning of a term is committed with it, or neither is. */
    @Test
    void a_term_begins_with_its_work() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            User user = addUser(nodes.one()).value();
            assertThatExceptionOfType(Conflict.class).isThrownBy(() -> nodes.one()
                    .enter(NEXT, BOUND, each -> each.users().add(user)));
            User lost = newUser();
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> nodes.one().enter(NEXT, BOUND, each -> {
                        each.users().add(lost);
                        throw new AssertionError();
                    }));
            assertThat(nodes.one().renew()).isEqualTo(Term.FIRST);
            assertThat(find(nodes.one(), lost.id())).isEmpty();
            nodes.both().forEach(this::addUser);
            User kept = newUser();
            nodes.one().enter(NEXT, BOUND, each -> each.users().add(kept));
            assertThat(find(nodes.other(), kept.id())).isPresent();
        }
    }

    /** A term does not begin twice, and none of an earlier epoch does. */
    @Test
    void terms_follow_each_other() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            enter(nodes.one(), NEXT);
            assertFenced(() -> enter(nodes.other(), new Term(2, Role.PRIMARY)));
            assertThatIllegalArgumentException().isThrownBy(() -> enter(nodes.one(), Term.FIRST));
            assertThat(nodes.other().renew()).isEqualTo(NEXT);
        }
    }

    /** Positions never go back, whether the epoch stays or rises. */
    @Test
    void positions_grow_from_term_to_term() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            Position last = addUser(nodes.other()).position();
            for (Term term : List.of(new Term(0, Role.FENCED), new Term(0, Role.PRIMARY), new Term(4, Role.PRIMARY))) {
                Position begun = enter(nodes.one(), term);
                assertThat(begun).isGreaterThanOrEqualTo(last);
                last = begun;
                assertThat(begun.epoch()).isEqualTo(term.epoch());
            }
            for (Storage each : nodes.both()) {
                each.renew();
                Position next = addUser(each).position();
                assertThat(next).isGreaterThan(last);
                last = next;
            }
        }
    }

    /**
     * A unit that is in the middle when a term is to begin: either it is committed, because the term cannot begin beside it,
     * or it is not, whenever it goes on and whatever its node knows by then.
     */
    @Test
    void a_unit_under_way_is_before_the_term_or_not_at_all() throws InterruptedException {
        for (boolean sameNode : List.of(true, false)) {
            try (TwoNodes nodes = TwoNodes.on(harness())) {
                CountDownLatch middle = new CountDownLatch(1);
                CountDownLatch goOn = new CountDownLatch(1);
                User user = newUser();
                CompletableFuture<Committed<User>> unit =
                        CompletableFuture.supplyAsync(() -> nodes.one().write(each -> {
                            User added = each.users().add(user);
                            middle.countDown();
                            await(goOn);
                            return added;
                        }));
                await(middle);
                long start = System.nanoTime();
                boolean begun = begins(sameNode ? nodes.one() : nodes.other());
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
                if (begun) {
                    nodes.one().renew();
                }
                goOn.countDown();
                if (begun) {
                    assertThat(unit).failsWithin(BOUND).withThrowableThat().withCauseInstanceOf(Fenced.class);
                } else {
                    assertThat(unit).succeedsWithin(BOUND);
                }
                assertThat(find(nodes.other(), user.id()).isPresent()).isNotEqualTo(begun);
                nodes.both().forEach(Storage::renew);
                nodes.both().forEach(this::addUser);
            }
        }
    }

    private static boolean begins(Storage storage) {
        try {
            storage.enter(NEXT, SHORT, each -> true);
            return true;
        } catch (Unavailable e) {
            return false;
        }
    }

    /** Under load from all nodes: what was acknowledged is there and before the term, and nothing comes after it. */
    @Test
    void nothing_acknowledged_is_lost_in_a_storm() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            Position start = nodes.one().changes().position();
            Map<Id<User>, Position> ledger = new ConcurrentHashMap<>();
            List<CompletableFuture<?>> writers = List.of(
                    storm(nodes.one(), ledger),
                    storm(nodes.one(), ledger),
                    storm(nodes.other(), ledger),
                    storm(nodes.other(), ledger));
            Await.until(BOUND, () -> ledger.size() > 40, () -> "nothing is written");
            Position begun = enter(nodes.other(), new Term(0, Role.FENCED));
            writers.forEach(each ->
                    assertThat(each).failsWithin(BOUND).withThrowableThat().withCauseInstanceOf(Fenced.class));
            assertThat(ledger.values()).allMatch(position -> position.compareTo(begun) <= 0);
            Await.until(
                    BOUND,
                    () -> nodes.other().changes().position().compareTo(begun) >= 0,
                    () -> "the feed never reaches " + begun);
            assertThat(Replica.after(nodes.one(), start, 100).stream()
                            .filter(each -> each.position().compareTo(begun) <= 0)
                            .flatMap(each -> each.touched().values().stream())
                            .mapToInt(keys -> keys.size())
                            .sum())
                    .isEqualTo(ledger.size());
            assertThat(Replica.copy(nodes.one()).get("users")).hasSameSizeAs(ledger);
            ledger.keySet().forEach(user -> assertThat(find(nodes.one(), user)).isPresent());
        }
    }

    private CompletableFuture<?> storm(Storage storage, Map<Id<User>, Position> ledger) {
        return CompletableFuture.runAsync(() -> {
            while (true) {
                Committed<User> committed = addUser(storage);
                ledger.put(committed.value().id(), committed.position());
            }
        });
    }

    private static Position enter(Storage storage, Term term) {
        return storage.enter(term, BOUND, each -> true).position();
    }

    private Committed<User> addUser(Storage storage) {
        return add(storage, newUser());
    }

    private static Committed<User> add(Storage storage, User user) {
        return storage.write(each -> each.users().add(user));
    }

    private static User newUser() {
        Samples samples = samples();
        return IdentitySamples.user(samples, samples.id());
    }

    private static Optional<User> find(Storage storage, Id<User> user) {
        return storage.read(each -> each.users().find(user));
    }

    private static void assertFenced(Supplier<?> write) {
        assertThatExceptionOfType(Fenced.class).isThrownBy(write::get);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(BOUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
