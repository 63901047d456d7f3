package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.storage.Engines;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node that sleeps through a switch writes nothing into the former primary when it wakes, and loses nothing. */
@Timeout(180)
@Order(1)
@Isolated // what is frozen is waited for
class FrozenNodeTest {

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** A node that is frozen in the middle of a unit of work keeps everybody from switching, as it should. */
    private static final int ATTEMPTS = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#pairs")
    void what_it_was_asked_meanwhile_is_done_in_the_new_primary(List<String> direction) throws Exception {
        Store here = Store.on(direction.getFirst(), folder);
        Store there = Store.on(direction.getLast(), folder);
        Map<String, String> settings = here.mirroredTo(there);
        try (ServedProcess atlas = ServedProcess.start(folder, settings);
                Projects projects = Projects.of(atlas)) {
            settings.put("ATLAS_DATA", folder.toString());
            Await.until(BOUND, () -> verified(projects), () -> "the mirror is never compared");
            List<String> made = new ArrayList<>();
            int code = ExitCode.REFUSED;
            while (code != ExitCode.TRUE && made.size() < ATTEMPTS) {
                atlas.freeze();
                String name = "asked while asleep " + made.size();
                CompletableFuture<Void> write = making(projects, name);
                code = CommandRun.of(settings, "storage", "switch").code();
                atlas.thaw();
                write.get(BOUND.toSeconds(), TimeUnit.SECONDS);
                made.add(name);
            }
            assertThat(code).isEqualTo(ExitCode.TRUE);
            assertThat(projects.names()).containsExactlyInAnyOrderElementsOf(made);
            assertThat(projects.get("/storage").text()).contains("\"epoch\":1");
            try (Storage former = Engines.open(here.url());
                    Storage primary = Engines.open(there.url())) {
                assertThat(former.term().role()).isEqualTo(Role.MIRROR);
                assertThat(primary.term().role()).isEqualTo(Role.PRIMARY);
            }
        }
    }

    private static CompletableFuture<Void> making(Projects projects, String name) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        projects.make(name);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static boolean verified(Projects projects) {
        try {
            return projects.get("/storage").members().containsKey("last_verification");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
