package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.Link;
import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing refers to what is not there: the rule {@link Conflict#REFERENCE}. */
abstract class ReferencesContract extends Concern {

    private static final int ROUNDS = 15;

    ReferencesContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Link<?, ?, ?>> links() {
        return Ports.links();
    }

    /** What refers to nothing is not added. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void an_orphan_is_not_added(Link<P, K, C> link) {
        P never = write(link.parent()::make);
        C child = write((samples, each) -> link.childOf(link.parent().key(never), samples, each));
        assertRefused(Conflict.REFERENCE, each -> link.child().in(each).add(child));
        assertThat(there(link.child(), child)).isFalse();
    }

    /** Nothing is made an orphan by replacing it. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void nothing_is_turned_into_an_orphan(Link<P, K, C> link) {
        P never = write(link.parent()::make);
        C child = write((samples, each) -> link.child().add(samples, each));
        assertRefused(Conflict.REFERENCE, each -> link.child()
                .in(each)
                .replace(Copies.with(child, link.path(), link.parent().key(never))));
        assertThat(there(link.child(), child)).isTrue();
    }

    /** A reference within the unit that makes what it refers to is good; so is one to what comes back in it. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void a_parent_of_the_same_unit_will_do(Link<P, K, C> link) {
        C child = write((samples, each) -> {
            P parent = link.parent().add(samples, each);
            return link.child().in(each).add(link.childOf(link.parent().key(parent), samples, each));
        });
        assertThat(there(link.child(), child)).isTrue();
    }

    /** Removing a parent removes its children, is refused because of them, or clears their reference: as the port says. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void a_parent_goes_as_its_port_says(Link<P, K, C> link) {
        P parent = added(link.parent());
        K key = link.parent().key(parent);
        C child = write((samples, each) -> link.child().in(each).add(link.childOf(key, samples, each)));
        C stranger = added(link.child());
        if (link.whenGone() == WhenGone.REFUSED) {
            assertRefused(Conflict.REFERENCE, each -> link.parent().in(each).remove(key));
        } else {
            assertThat(removed(link.parent(), parent)).isTrue();
        }
        Optional<C> left = read(each -> link.child().find(each, child));
        switch (link.whenGone()) {
            case REMOVED -> assertThat(left).isEmpty();
            case REFUSED -> assertThat(left).contains(child);
            case CLEARED ->
                assertThat(Copies.get(left.orElseThrow(), link.path())).isNull();
        }
        assertThat(there(link.parent(), parent)).isEqualTo(link.whenGone() == WhenGone.REFUSED);
        assertThat(there(link.child(), stranger)).isTrue();
    }

    /** Whoever moves records meets the same rules: no orphan is put, and erasing is removing. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void records_obey_the_same_rules(Link<P, K, C> link) {
        P parent = added(link.parent());
        C child = write((samples, each) ->
                link.child().in(each).add(link.childOf(link.parent().key(parent), samples, each)));
        List<StoredRecord> children =
                read(each -> each.records().find(link.child().kindIn(each), List.of(Copies.storedKey(child))));
        Consumer<Repositories> erase =
                each -> each.records().erase(link.parent().kindIn(each), List.of(Copies.storedKey(parent)));
        if (link.whenGone() == WhenGone.REFUSED) {
            assertRefused(Conflict.REFERENCE, erase);
            write((samples, each) -> link.child().remove(each, child));
        }
        storage().write(each -> {
            erase.accept(each);
            return true;
        });
        assertThat(there(link.parent(), parent)).isFalse();
        assertThat(there(link.child(), child)).isEqualTo(link.whenGone() == WhenGone.CLEARED);
        assertRefused(
                Conflict.REFERENCE, each -> each.records().put(link.child().kindIn(each), children));
    }

    /** One that was removed itself, or refers to another one now, holds nobody back and is not taken along. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void a_former_child_does_not_count(Link<P, K, C> link) {
        P parent = added(link.parent());
        K key = link.parent().key(parent);
        C moved = write((samples, each) -> {
            C removed = link.child().in(each).add(link.childOf(key, samples, each));
            link.child().remove(each, removed);
            C child = link.child().in(each).add(link.childOf(key, samples, each));
            C other = link.child().make(samples, each);
            return link.child().in(each).replace(Copies.with(child, link.path(), Copies.get(other, link.path())));
        });
        assertThat(removed(link.parent(), parent)).isTrue();
        check(each -> assertThat(link.child().find(each, moved)).contains(moved));
    }

    /** Also when a child is added and its parent removed at the same time, no orphan is left, and one of the two is done. */
    @ParameterizedTest
    @MethodSource("links")
    <P extends Record, K, C extends Record> void a_race_leaves_no_orphan(Link<P, K, C> link) {
        for (int round = 0; round < ROUNDS; round++) {
            P parent = added(link.parent());
            K key = link.parent().key(parent);
            C child = write((samples, each) -> link.childOf(key, samples, each));
            Race race = Race.of(
                    List.of(() -> storage().write(each -> link.child().in(each).add(child)), () -> storage()
                            .write(each -> link.parent().in(each).remove(key))));
            assertThat(race.wins()).isPositive();
            assertThat(race.rules()).allMatch(Conflict.REFERENCE::equals);
            Optional<C> left = read(each -> link.child().find(each, child));
            boolean refers = left.map(found -> key.equals(Copies.get(found, link.path())))
                    .orElse(false);
            if (refers) {
                assertThat(there(link.parent(), parent)).isTrue();
            }
        }
    }

    private <K, A extends Record> boolean there(Port<K, A> port, A aggregate) {
        return read(each -> port.find(each, aggregate)).isPresent();
    }
}
