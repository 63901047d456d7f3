package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Kind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every port of aggregates promises, whatever it holds. */
abstract class AggregatesContract extends Concern {

    private static final int SEVERAL = 20;

    AggregatesContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Port<?, ?>> ports() {
        return Ports.all();
    }

    /** {@link Aggregates#find}: empty if there is none. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void what_is_absent_is_not_found(Port<K, A> port) {
        A unknown = write(port::make);
        check(each -> assertThat(port.find(each, unknown)).isEmpty());
    }

    /** {@link Aggregates#add}: at version 0, returned as stored; and every value comes back as it was given. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void what_was_added_is_found_unchanged(Port<K, A> port) {
        for (int i = 0; i < SEVERAL; i++) {
            Samples samples = samples();
            A given = storage().write(each -> port.make(samples, each)).value();
            A added = storage().write(each -> port.in(each).add(given)).value();
            assertThat(added).isEqualTo(port.atVersion(given, 0));
            check(each -> assertThat(port.find(each, given)).contains(added));
        }
    }

    /** {@link Aggregates#addAll}: the same as if each were added, and in their order. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void several_are_added_at_once(Port<K, A> port) {
        List<A> given =
                IntStream.range(0, SEVERAL).mapToObj(_ -> write(port::make)).toList();
        List<A> added = write((samples, each) -> port.in(each).addAll(given));
        assertThat(added)
                .isEqualTo(given.stream().map(each -> port.atVersion(each, 0)).toList());
        check(each -> added.forEach(one -> assertThat(port.find(each, one)).contains(one)));
        List<A> none = write((samples, each) -> port.in(each).addAll(List.of()));
        assertThat(none).isEmpty();
    }

    /** The same: one that is refused keeps all of them from being kept. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void several_are_added_or_none(Port<K, A> port) {
        A taken = added(port);
        A before = write(port::make);
        A second = write((samples, each) -> port.changed(taken, samples, each));
        assertRefused(rule(port), each -> port.in(each).addAll(List.of(before, second)));
        check(each -> assertThat(port.find(each, before)).isEmpty());
        check(each -> assertThat(port.find(each, taken)).contains(taken));
    }

    /** What a unit has written is there for the rest of it. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void a_unit_sees_what_it_has_written(Port<K, A> port) {
        write((samples, each) -> {
            A added = port.add(samples, each);
            assertThat(port.find(each, added)).contains(added);
            A replaced = port.in(each).replace(port.changed(added, samples, each));
            assertThat(port.find(each, added)).contains(replaced);
            assertThat(port.remove(each, added)).isTrue();
            assertThat(port.find(each, added)).isEmpty();
            return true;
        });
    }

    /** {@link Aggregates#add}: a key is taken once. The rule is named after the kind and its key. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void a_key_is_taken_once(Port<K, A> port) {
        A first = added(port);
        A second = write((samples, each) -> port.changed(first, samples, each));
        assertRefused(rule(port), each -> port.in(each).add(second));
        check(each -> assertThat(port.find(each, first)).contains(first));
    }

    /** The same within one unit, of which nothing is kept. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void a_key_is_taken_once_in_a_unit(Port<K, A> port) {
        A first = write(port::make);
        A second = write((samples, each) -> port.changed(first, samples, each));
        assertRefused(rule(port), each -> {
            port.in(each).add(first);
            port.in(each).add(second);
        });
        check(each -> assertThat(port.find(each, first)).isEmpty());
    }

    /** {@link Aggregates#replace}: returned as stored, one version higher. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void what_was_replaced_is_found_one_version_higher(Port<K, A> port) {
        A first = added(port);
        for (long version = 1; version <= SEVERAL; version++) {
            long next = version;
            A replaced = write((samples, each) -> {
                A stored = port.find(each, first).orElseThrow();
                A changed = port.changed(stored, samples, each);
                A answer = port.in(each).replace(changed);
                assertThat(answer).isEqualTo(port.atVersion(changed, next));
                return answer;
            });
            check(each -> assertThat(port.find(each, first)).contains(replaced));
        }
    }

    /** {@link Aggregates#remove}: true once, then false. Its key is free again. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void what_was_removed_is_gone(Port<K, A> port) {
        A added = added(port);
        assertThat(removed(port, added)).isTrue();
        assertThat(removed(port, added)).isFalse();
        check(each -> assertThat(port.find(each, added)).isEmpty());
        A again = write((samples, each) -> port.in(each).add(port.changed(added, samples, each)));
        check(each -> assertThat(port.find(each, added)).contains(again));
    }

    private String rule(Port<?, ?> port) {
        Kind kind = read(port::kindIn);
        return kind.name() + "_" + kind.key().name();
    }
}
