package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.switching.CatchUp;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.application.switching.SwitchStep;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The primary and its mirror change places while people write, and whatever breaks off in between leaves one primary. */
@Timeout(120)
class SwitchoverTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Term MIRROR = new Term(0, Role.MIRROR);
    private static final Term SWITCHED = new Term(1, Role.PRIMARY);

    @TempDir
    private Path folder;

    private final OpenStores opened = new OpenStores();

    /** What a killed process does: nothing any more. */
    private static final class Killed extends Error {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** One direction from every engine. */
    static Stream<List<String>> primaries() {
        List<List<String>> all = Engines.directions().toList();
        return Engines.all().stream().map(engine -> all.stream()
                .filter(direction -> direction.getFirst().equals(engine))
                .findFirst()
                .orElseThrow());
    }

    /** Every step, and every direction if there are as many steps. */
    static Stream<Arguments> breaks() {
        List<List<String>> all = Engines.directions().toList();
        SwitchStep[] steps = SwitchStep.values();
        return IntStream.range(0, steps.length).mapToObj(i -> Arguments.of(all.get(i % all.size()), steps[i]));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    /** Nobody who writes hears of it, whether on the node that switches or on another one. */
    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void writes_go_on_in_the_mirror(List<String> direction) throws InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = mirror(direction.getLast());
        StoragePair here = pair(from, to, new CopyingSuccessor());
        StoragePair there = pair(from, to, new CopyingSuccessor());
        try (LedgerWriters writers = new LedgerWriters(here.storage(), there.storage())) {
            writers.awaitMore(50);
            here.switchOver(SwitchListener.SILENT);
            writers.awaitMore(50);
            writers.stop();
            Storage primary = opened.open(to);
            assertThat(primary.term()).isEqualTo(SWITCHED);
            writers.requireAllIn(primary);
        }
        Storage former = opened.open(from);
        assertThat(former.term()).isEqualTo(SWITCHED.in(Role.MIRROR));
        for (Storage each : List.of(former, opened.open(to))) {
            assertThat(journal(each)).extracting(Switch::state).containsExactly(Switch.State.COMPLETED);
        }
    }

    /** A mirror that does not catch up in time does not become the primary; writes go on where they were. */
    @ParameterizedTest
    @MethodSource("primaries")
    void a_switch_that_takes_too_long_is_taken_back(List<String> direction) throws InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = mirror(direction.getLast());
        StoragePair pair = pair(from, to, new CopyingSuccessor() {
            @Override
            public CatchUp catchUp(Storage primary, Storage mirror) {
                return (position, patience) -> {
                    if (primary.term().role() == Role.FENCED) {
                        throw new Unavailable("the mirror is far behind", null);
                    }
                };
            }
        });
        try (LedgerWriters writers = new LedgerWriters(pair.storage())) {
            writers.awaitMore(20);
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> pair.switchOver(SwitchListener.SILENT));
            writers.awaitMore(20);
            writers.stop();
            writers.requireAllIn(opened.open(from));
        }
        assertThat(opened.open(from).term()).isEqualTo(Term.FIRST);
        assertThat(opened.open(to).term()).isEqualTo(MIRROR);
        assertThat(journal(opened.open(from))).extracting(Switch::state).containsExactly(Switch.State.CANCELLED);
    }

    /** Before its point of no return a broken-off switch is taken back, behind it it is brought to its end. */
    @ParameterizedTest
    @MethodSource("breaks")
    void a_switch_that_is_broken_off_leaves_one_primary(List<String> direction, SwitchStep last) {
        String from = Engines.url(direction.getFirst(), folder);
        String to = mirror(direction.getLast());
        StoragePair broken = pair(from, to, new CopyingSuccessor());
        broken.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
        assertThatThrownBy(() -> broken.switchOver(step -> {
                    if (step == last) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        StoragePair next = pair(from, to, new CopyingSuccessor());
        next.settle(Duration.ZERO);
        boolean switched = last.compareTo(SwitchStep.HANDED_OVER) >= 0;
        Storage former = opened.open(from);
        Storage primary = switched ? opened.open(to) : former;
        assertThat(next.storage().describe().store())
                .isEqualTo(primary.describe().store());
        next.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
        assertThat(former.term()).isEqualTo(switched ? SWITCHED.in(Role.MIRROR) : Term.FIRST);
        assertThat(journal(former)).allMatch(entry -> entry.state().isFinal());
    }

    /** A store that mirrors nothing is not switched to. */
    @ParameterizedTest
    @MethodSource("primaries")
    void only_a_mirror_is_switched_to(List<String> direction) {
        String from = Engines.url(direction.getFirst(), folder);
        String to = Engines.url(direction.getLast(), folder);
        StoragePair pair = pair(from, to, new CopyingSuccessor());
        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> pair.switchOver(SwitchListener.SILENT))
                .matches(e -> e.code().equals(StoragePair.NO_PAIR));
        assertThat(opened.open(from).term()).isEqualTo(Term.FIRST);
    }

    private static List<Switch> journal(Storage storage) {
        return storage.read(repositories -> repositories.switches().newest(10));
    }

    private String mirror(String engine) {
        String url = Engines.url(engine, folder);
        opened.open(url).enter(MIRROR, BOUND, repositories -> true);
        return url;
    }

    private StoragePair pair(String from, String to, CopyingSuccessor successor) {
        return opened.closing(StoragePairs.of(opened.open(from), opened.open(to), successor));
    }
}
