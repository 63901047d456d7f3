package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.Await;
import dev.atlas.domain.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server goes on in the mirror when it is told to switch, and when somebody else has switched. */
@Timeout(180)
@Order(1)
class SwitchedServerTest {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#otherPairs")
    void it_serves_from_whichever_store_is_the_primary(List<String> direction) throws Exception {
        Store here = Store.on(direction.getFirst(), folder);
        Store there = Store.on(direction.getLast(), folder);
        Map<String, String> settings = here.mirroredTo(there);
        try (ServedProcess atlas = ServedProcess.start(folder, settings);
                Projects projects = Projects.of(atlas)) {
            projects.make("first");
            Json.Obj compared = ended(projects, projects.post("/storage/verifications", ""));
            assertThat(compared.text()).contains("\"state\":\"succeeded\"", "\"equal\":true");
            Json.Obj switched = ended(projects, projects.post("/storage/switch", ""));
            assertThat(switched.text()).contains("\"state\":\"succeeded\"", "\"write_wait_ms\"");
            projects.make("second");
            assertThat(projects.get("/storage").text())
                    .contains("\"engine\":\"" + direction.getLast(), "\"epoch\":1", "\"state\":\"completed\"");
            assertThat(projects.get("/audit").text()).contains("storage.switch_begun", "storage.switched");
            settings.put("ATLAS_DATA", folder.toString());
            awaitVerified(projects);
            CommandRun back = CommandRun.of(settings, "storage", "switch", "--json");
            assertThat(back.code()).as(back.err()).isEqualTo(ExitCode.TRUE);
            projects.make("third");
            assertThat(projects.names()).containsExactlyInAnyOrder("first", "second", "third");
            assertThat(projects.get("/storage").text()).contains("\"engine\":\"" + direction.getFirst(), "\"epoch\":2");
        }
    }

    private static void awaitVerified(Projects projects) {
        Await.until(BOUND, () -> storage(projects).members().containsKey("last_verification"), () -> storage(projects)
                .text());
    }

    /** The operation once it runs no more. */
    private static Json.Obj ended(Projects projects, Json.Obj begun) {
        String path = "/storage/operations/" + Projects.text(begun, "id");
        Await.until(BOUND, () -> !Projects.text(asked(projects, path), "state").equals("running"), () -> asked(
                        projects, path)
                .text());
        return asked(projects, path);
    }

    private static Json.Obj storage(Projects projects) {
        return asked(projects, "/storage");
    }

    private static Json.Obj asked(Projects projects, String path) {
        try {
            return projects.get(path);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
