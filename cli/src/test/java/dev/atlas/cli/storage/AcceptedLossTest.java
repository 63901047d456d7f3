package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mirror whose primary is lost takes over if its owner says what is lost, and the lost one can do no harm when it is found. */
@Timeout(180)
class AcceptedLossTest {

    @TempDir
    private Path folder;

    private record Store(String engine, String url) {

        /** Where nothing is. */
        Store away() {
            return new Store(engine, url.replaceFirst("(\\?|$)", "-away$1"));
        }
    }

    private Store store(String engine) {
        return new Store(engine, Engines.url(engine, folder));
    }

    private CommandRun atlas(int code, Store store, Store other, String... command) {
        Map<String, String> settings = new HashMap<>(alone(store));
        settings.putAll(Map.of("ATLAS_STORAGE_MIRROR", other.engine(), "ATLAS_STORAGE_MIRROR_URL", other.url()));
        CommandRun run = CommandRun.of(settings, command);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }

    private Map<String, String> alone(Store store) {
        return Map.of(
                "ATLAS_STORAGE_BACKEND",
                store.engine(),
                "ATLAS_STORAGE_URL",
                store.url(),
                "ATLAS_DATA",
                folder.toString(),
                "ATLAS_PORT",
                "0");
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#pairs")
    void the_mirror_takes_over_and_the_lost_primary_is_fenced(List<String> direction) {
        Store lost = store(direction.getFirst());
        Store mirror = store(direction.getLast());
        Store away = lost.away();
        mirroredBut(lost, mirror);
        assertThat(atlas(ExitCode.REFUSED, mirror, away, "serve").err())
                .contains(
                        "at least 0 transactions, would be lost", "atlas storage switch --accept-loss 0 accepts that");
        assertThat(atlas(ExitCode.TRUE, mirror, away, "storage", "switch", "--accept-loss", "0")
                        .out())
                .contains("has taken over", "at least 0 transactions, is lost");
        requireTakenOver(mirror);
        requireFenced(lost, mirror);
    }

    /** Everything is in the mirror but one user. */
    private void mirroredBut(Store primary, Store mirror) {
        try (Storage storage = Engines.open(primary.url())) {
            storage.write(repositories -> repositories.users().add(LedgerWriters.user()));
        }
        atlas(ExitCode.TRUE, primary, mirror, "storage", "mirror", "--once");
        try (Storage storage = Engines.open(primary.url())) {
            storage.write(repositories -> repositories.users().add(LedgerWriters.user()));
        }
    }

    private static void requireTakenOver(Store mirror) {
        try (Storage storage = Engines.open(mirror.url())) {
            assertThat(storage.term()).isEqualTo(new Term(1, Role.PRIMARY));
            List<Switch> journal =
                    storage.read(repositories -> repositories.switches().newest(2));
            assertThat(journal).extracting(Switch::state).containsExactly(Switch.State.FORCED);
            List<AuditEntry> trail = storage.read(repositories -> repositories
                    .auditTrail()
                    .list(AuditFilter.NONE, Page.first(1))
                    .items());
            assertThat(trail).extracting(AuditEntry::action).containsExactly("storage.loss_accepted");
            assertThat(trail.getFirst().changes().after().text()).contains("\"lost_transactions\":0");
        }
    }

    /** It is left as it is, and served from by nobody. */
    private void requireFenced(Store lost, Store mirror) {
        assertThat(atlas(ExitCode.REFUSED, lost, mirror, "serve").err())
                .contains("until its loss was accepted", "empty it, and it is filled anew");
        assertThat(term(lost)).isEqualTo(new Term(1, Role.DETACHED));
        CommandRun alone = CommandRun.of(alone(lost), "serve");
        assertThat(alone.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(alone.err()).contains("was given up as lost, and another one has taken over");
        CommandRun verified = atlas(
                ExitCode.DIFFERENCES, mirror, lost, "storage", "verify", "--from", lost.url(), "--to", mirror.url());
        assertThat(verified.out()).contains("users");
    }

    private static Term term(Store store) {
        try (Storage storage = Engines.open(store.url())) {
            return storage.term();
        }
    }

    /** A wrong number, a primary that answers, and a rehearsal change nothing. */
    @Test
    void a_loss_is_accepted_by_its_number_alone() {
        Store lost = store("sqlite");
        Store mirror = store("sqlite");
        Store away = lost.away();
        mirroredBut(lost, mirror);
        assertThat(atlas(ExitCode.REFUSED, mirror, away, "storage", "switch", "--accept-loss", "7")
                        .err())
                .contains("Nothing was changed", "at least 0 transactions", "7 were accepted");
        assertThat(atlas(ExitCode.REFUSED, mirror, lost, "storage", "switch", "--accept-loss", "0")
                        .err())
                .contains("answers, so that nothing has to be lost");
        assertThat(atlas(ExitCode.TRUE, mirror, away, "storage", "switch", "--accept-loss", "0", "--dry-run")
                        .out())
                .contains("would take over");
        assertThat(term(mirror)).isEqualTo(Term.FIRST.in(Role.MIRROR));
        assertThat(term(lost)).isEqualTo(Term.FIRST);
    }

    /** What is not whole takes over from nobody, whatever is accepted. */
    @Test
    void nothing_takes_over_that_was_never_whole() {
        Store primary = store("sqlite");
        atlas(ExitCode.REFUSED, primary(primary), primary.away(), "storage", "switch", "--accept-loss", "0");
        Store part = store("sqlite");
        try (Storage storage = Engines.open(part.url())) {
            storage.enter(Term.FIRST.in(Role.MIRROR), Duration.ofSeconds(20), repositories -> true);
        }
        assertThat(atlas(ExitCode.REFUSED, part, primary.away(), "serve").err())
                .contains("restore a backup")
                .doesNotContain("--accept-loss");
        atlas(ExitCode.REFUSED, part, primary.away(), "storage", "switch", "--accept-loss", "0");
        assertThat(term(part)).isEqualTo(Term.FIRST.in(Role.MIRROR));
    }

    private static Store primary(Store store) {
        try (Storage storage = Engines.open(store.url())) {
            storage.write(repositories -> repositories.users().add(LedgerWriters.user()));
        }
        return store;
    }
}
