package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody overwrites what they have not seen: the rule {@link Conflict#VERSION}. */
abstract class VersionsContract extends Concern {

    private static final int WRITERS = 6;

    VersionsContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Port<?, ?>> ports() {
        return Ports.all();
    }

    /** A write based on an older version is refused and leaves the newer one as it is. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void a_stale_replacement_is_refused(Port<K, A> port) {
        A first = added(port);
        A second = write((samples, each) -> port.in(each).replace(port.changed(first, samples, each)));
        A late = write((samples, each) -> port.changed(first, samples, each));
        assertRefused(Conflict.VERSION, each -> port.in(each).replace(late));
        check(each -> assertThat(port.find(each, first)).contains(second));
    }

    /** So is one based on a version that never was. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void a_replacement_from_the_future_is_refused(Port<K, A> port) {
        A first = added(port);
        assertRefused(Conflict.VERSION, each -> port.in(each).replace(port.atVersion(first, 7)));
        check(each -> assertThat(port.find(each, first)).contains(first));
    }

    /** What is not there, any more or ever, cannot be replaced, and is not made by it. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void what_is_absent_is_not_replaced(Port<K, A> port) {
        A removed = added(port);
        write((samples, each) -> port.remove(each, removed));
        assertRefused(Conflict.VERSION, each -> port.in(each).replace(removed));
        A never = write(port::make);
        assertRefused(Conflict.VERSION, each -> port.in(each).replace(never));
        check(each -> assertThat(port.find(each, never)).isEmpty());
    }

    /** Of several that replace the same version at once, exactly one wins. */
    @ParameterizedTest
    @MethodSource("ports")
    <K, A extends Record> void one_of_several_wins(Port<K, A> port) {
        A first = added(port);
        List<A> changes = write((samples, each) -> Stream.generate(() -> port.changed(first, samples, each))
                .limit(WRITERS)
                .toList());
        AtomicInteger next = new AtomicInteger();
        Race race = Race.of(WRITERS, () -> storage()
                .write(each -> port.in(each).replace(changes.get(next.getAndIncrement() % WRITERS))));
        assertThat(race.wins()).isEqualTo(1);
        assertThat(race.rules()).containsOnly(Conflict.VERSION).hasSize(WRITERS - 1);
        A stored = read(each -> port.find(each, first)).orElseThrow();
        assertThat(port.version(stored)).isEqualTo(1);
        assertThat(changes).contains(port.atVersion(stored, 0));
    }
}
