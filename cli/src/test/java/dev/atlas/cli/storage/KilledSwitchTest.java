package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchStep;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed at any step of a switch, with writers running, leaves one primary that holds all they were acknowledged. */
@Timeout(300)
class KilledSwitchTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> breaks() {
        return SwitchoverTest.breaks();
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void nothing_acknowledged_is_lost(List<String> direction, SwitchStep last)
            throws IOException, InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = Engines.url(direction.getLast(), folder);
        try (Storage mirror = Engines.open(to)) {
            mirror.enter(Term.FIRST.in(Role.MIRROR), Duration.ofSeconds(20), repositories -> true);
        }
        List<Id<User>> ledger = SwitchProcess.killAfter(from, to, last);
        assertThat(ledger).isNotEmpty();
        try (Storage one = Engines.open(from);
                Storage other = Engines.open(to);
                StoragePair pair = SwitchProcess.pair(one, other, new CopyingSuccessor())) {
            pair.settle(Duration.ZERO);
            for (Id<User> user : ledger) {
                boolean there = pair.storage()
                        .read(repositories -> repositories.users().find(user).isPresent());
                assertThat(there).as(user.toString()).isTrue();
            }
            pair.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
            assertThat(Stream.of(one, other).filter(each -> each.term().role() == Role.PRIMARY))
                    .singleElement()
                    .isSameAs(last.compareTo(SwitchStep.HANDED_OVER) >= 0 ? other : one);
        }
    }
}
