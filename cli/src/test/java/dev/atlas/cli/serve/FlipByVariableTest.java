package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.Await;
import dev.atlas.domain.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which store Atlas lives on is what the variable says, and nothing that was written is lost when it says another one. */
@Timeout(180)
@Order(1)
class FlipByVariableTest {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#pairs")
    void there_and_back_again(List<String> direction) throws Exception {
        Store here = Store.on(direction.getFirst(), folder);
        Store there = Store.on(direction.getLast(), folder);
        try (ServedProcess atlas = serve(here, there);
                Projects projects = Projects.of(atlas)) {
            projects.make("first");
            Await.until(BOUND, () -> phase(projects).equals("following"), () -> "never follows: " + phase(projects));
            projects.make("second");
            stop(atlas);
        }
        try (ServedProcess atlas = serve(there, here);
                Projects projects = Projects.of(atlas)) {
            assertThat(atlas.printed()).anyMatch(line -> line.contains("has taken over from"));
            assertThat(projects.names()).containsExactlyInAnyOrder("first", "second");
            assertThat(Projects.text(projects.get("/storage"), "engine")).isEqualTo(there.engine());
            projects.make("third");
            stop(atlas);
        }
        try (ServedProcess atlas = serve(here, there);
                Projects projects = Projects.of(atlas)) {
            assertThat(projects.names()).containsExactlyInAnyOrder("first", "second", "third");
            assertThat(Projects.text(projects.get("/storage"), "engine")).isEqualTo(here.engine());
            projects.make("fourth");
            stop(atlas);
        }
    }

    /** A new store takes everything over before anybody is served from it. */
    @Test
    void an_empty_store_takes_over_too() throws Exception {
        Store here = Store.on("sqlite", folder);
        Store there = Store.on("sqlite", folder);
        try (ServedProcess atlas = ServedProcess.start(folder, here.settings());
                Projects projects = Projects.of(atlas)) {
            projects.make("first");
            stop(atlas);
        }
        try (ServedProcess atlas = serve(there, here);
                Projects projects = Projects.of(atlas)) {
            assertThat(projects.names()).containsExactly("first");
        }
    }

    /** A mirror whose primary is away is not served from. */
    @Test
    void a_mirror_alone_is_refused() throws Exception {
        Store here = Store.on("sqlite", folder);
        Store there = Store.on("sqlite", folder);
        try (ServedProcess atlas = serve(here, there);
                Projects projects = Projects.of(atlas)) {
            Await.until(BOUND, () -> phase(projects).equals("following"), () -> "never follows: " + phase(projects));
            stop(atlas);
        }
        Path file = Path.of(here.url().replace("sqlite:", ""));
        Files.move(file, folder.resolve("away.db"));
        Map<String, String> settings = there.mirroredTo(here);
        settings.putAll(Map.of("ATLAS_DATA", folder.toString(), "ATLAS_PORT", "0"));
        CommandRun run = CommandRun.of(settings, "serve");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("not the primary", "cannot take over", here.url());
        assertThat(file).doesNotExist();
    }

    private ServedProcess serve(Store primary, Store mirror) throws Exception {
        return ServedProcess.start(folder, primary.mirroredTo(mirror));
    }

    private static void stop(ServedProcess atlas) throws InterruptedException {
        atlas.terminate();
        atlas.awaitEnd();
    }

    private static String phase(Projects projects) {
        try {
            return projects.get("/storage").members().get("mirror") instanceof Json.Obj mirror
                    ? Projects.text(mirror, "phase")
                    : "";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
