package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.contract.samples.UniqueValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unique rules, under the same name on every engine. */
abstract class UniqueContract extends Concern {

    private static final int CREATORS = 10;

    UniqueContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static Stream<Arguments> rules() {
        return Ports.all().stream().flatMap(port -> port.unique().stream().map(rule -> Arguments.of(port, rule)));
    }

    static Stream<Arguments> partialRules() {
        return Ports.all().stream()
                .flatMap(port ->
                        port.unique().stream().filter(UniqueValue::partial).map(rule -> Arguments.of(port, rule)));
    }

    /** A taken value is refused when it is added, and nothing of the unit is kept. */
    @ParameterizedTest
    @MethodSource("rules")
    <K, A extends Record> void a_taken_value_is_not_added(Port<K, A> port, UniqueValue rule) {
        A first = addedUnder(port, rule);
        A second = write((samples, each) -> rule.clashing(port.make(samples, each), first));
        assertRefused(rule.rule(), each -> port.in(each).add(second));
        check(each -> assertThat(port.find(each, second)).isEmpty());
    }

    /** So it is when something else changes into it. */
    @ParameterizedTest
    @MethodSource("rules")
    <K, A extends Record> void nothing_changes_into_a_taken_value(Port<K, A> port, UniqueValue rule) {
        A first = addedUnder(port, rule);
        A second = addedUnder(port, rule);
        assertRefused(rule.rule(), each -> port.in(each).replace(rule.clashing(second, first)));
        check(each -> assertThat(port.find(each, second)).contains(second));
    }

    /** Keeping one's own value is no clash; giving it up frees it for others. */
    @ParameterizedTest
    @MethodSource("rules")
    <K, A extends Record> void a_value_is_kept_and_given_up(Port<K, A> port, UniqueValue rule) {
        A first = addedUnder(port, rule);
        A kept = write((samples, each) -> port.in(each).replace(first));
        write((samples, each) -> {
            A others = port.changed(kept, samples, each);
            port.in(each).replace(rule.clashing(others, port.make(samples, each)));
            return port.in(each).add(rule.clashing(port.make(samples, each), first));
        });
    }

    /** A rule over several values is broken only if all of them are the same. */
    @ParameterizedTest
    @MethodSource("rules")
    <K, A extends Record> void one_other_value_is_enough(Port<K, A> port, UniqueValue rule) {
        A first = addedUnder(port, rule);
        for (String path : rule.paths()) {
            A second = write((samples, each) -> {
                A other = Stream.generate(() -> port.make(samples, each))
                        .filter(made -> !Objects.equals(Copies.get(made, path), Copies.get(first, path)))
                        .findFirst()
                        .orElseThrow();
                return Copies.with(rule.clashing(other, first), path, Copies.get(other, path));
            });
            write((samples, each) -> port.in(each).add(second));
        }
    }

    /** Of many that want one value at the same time, exactly one gets it. */
    @ParameterizedTest
    @MethodSource("rules")
    <K, A extends Record> void one_of_ten_creators_wins(Port<K, A> port, UniqueValue rule) {
        A model = write((samples, each) -> rule.clashing(port.make(samples, each), port.make(samples, each)));
        List<A> wanted = write((samples, each) -> Stream.generate(() -> rule.clashing(port.make(samples, each), model))
                .limit(CREATORS)
                .toList());
        Race race = Race.of(wanted.stream()
                .<Runnable>map(
                        one -> () -> storage().write(each -> port.in(each).add(one)))
                .toList());
        assertThat(race.wins()).isEqualTo(1);
        assertThat(race.rules()).hasSize(CREATORS - 1).containsOnly(rule.rule());
        List<A> there = read(each -> wanted.stream()
                .map(one -> port.find(each, one))
                .flatMap(Optional::stream)
                .toList());
        assertThat(there).hasSize(1);
    }

    /** A partial rule says nothing of the others, and holds again for one that comes back under it. */
    @ParameterizedTest
    @MethodSource("partialRules")
    <K, A extends Record> void a_partial_rule_leaves_others_alone(Port<K, A> port, UniqueValue rule) {
        A first = addedUnder(port, rule);
        A outside = write((samples, each) -> {
            A one = Copies.with(rule.clashing(port.make(samples, each), first), rule.elsewhere());
            A other = Copies.with(rule.clashing(port.make(samples, each), first), rule.elsewhere());
            port.in(each).add(one);
            return port.in(each).add(other);
        });
        assertRefused(rule.rule(), each -> port.in(each).replace(rule.clashing(outside, first)));
        write((samples, each) -> {
            port.in(each).replace(Copies.with(first, rule.elsewhere()));
            return port.in(each).replace(rule.clashing(outside, first));
        });
    }

    /** One that the rule is about. */
    private <K, A extends Record> A addedUnder(Port<K, A> port, UniqueValue rule) {
        return write((samples, each) -> {
            A made = port.make(samples, each);
            return port.in(each).add(rule.clashing(made, made));
        });
    }
}
