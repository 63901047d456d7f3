package dev.atlas.api.http;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A write based on another version than the present one is refused and changes nothing, also where the path names a part. */
class IfMatchTest {

    private static final String NAMED = "{\"name\":\"eeg\"}";

    @TempDir
    private Path folder;

    static List<String> engines() {
        return ServedAtlas.engines();
    }

    private static String made(ServedAtlas atlas, String path, String body) throws Exception {
        return text(ok(201, atlas.post("admin", path, body)), "id");
    }

    private static String experiment(ServedAtlas atlas) throws Exception {
        String project = made(atlas, "/projects", NAMED);
        String body = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"}";
        return "/experiments/" + made(atlas, "/experiments", body);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aMembershipEndsOnlyAsItWasRead(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String member = "/projects/" + made(atlas, "/projects", NAMED) + "/members/" + atlas.add("eve", "member");
            refused(404, "project.member_not_found", atlas.send("admin", "DELETE", member, "", "If-Match", "\"0\""));
            ok(201, atlas.send("admin", "PUT", member, "{\"role\":\"viewer\"}"));
            ok(200, atlas.send("admin", "PUT", member, "{\"role\":\"editor\"}"));
            String before = atlas.get("admin", member).body();
            refused(412, "version.stale", atlas.send("admin", "DELETE", member, "", "If-Match", "\"0\""));
            refused(412, "version.stale", atlas.send("eve", "DELETE", member, "", "If-Match", "\"2\""));
            assertThat(ok(200, atlas.get("admin", member)).body()).isEqualTo(before);
            ok(204, atlas.send("eve", "DELETE", member, "", "If-Match", "\"1\""));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anEpochIsMergedIntoOnlyAsItWasRead(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String epoch = experiment(atlas) + "/epochs/1";
            String loss = "{\"metrics\":{\"loss\":0.5}}";
            refused(412, "version.stale", atlas.send("admin", "PUT", epoch, loss, "If-Match", "\"0\""));
            refused(404, "epoch.not_found", atlas.get("admin", epoch));
            ok(201, atlas.send("admin", "PUT", epoch, loss));
            ok(200, atlas.send("admin", "PUT", epoch, "{\"metrics\":{\"loss\":0.4}}", "If-Match", "\"0\""));
            refused(412, "version.stale", atlas.send("admin", "PUT", epoch, loss, "If-Match", "\"0\""));
            assertThat(ok(200, atlas.get("admin", epoch)).body()).contains("0.4");
            ok(200, atlas.send("admin", "PUT", epoch, loss, "If-Match", "*"));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theBestCheckpointIsReplacedOnlyAsItWasRead(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String experiment = experiment(atlas);
            String best = experiment + "/best-checkpoint";
            String first = choice(made(atlas, experiment + "/checkpoints", "{\"epoch\":1}"));
            String second = choice(made(atlas, experiment + "/checkpoints", "{\"epoch\":2}"));
            refused(412, "version.stale", atlas.send("admin", "PUT", best, first, "If-Match", "\"0\""));
            refused(404, "checkpoint.not_found", atlas.get("admin", best));
            String read = header(ok(200, atlas.send("admin", "PUT", best, first)), "ETag");
            refused(412, "version.stale", atlas.send("admin", "PUT", best, second, "If-Match", "\"7\""));
            assertThat(text(atlas.get("admin", best), "epoch")).isEqualTo("1");
            ok(200, atlas.send("admin", "PUT", best, second, "If-Match", read));
            assertThat(text(atlas.get("admin", best), "epoch")).isEqualTo("2");
        }
    }

    /** Both are of version 0, and neither passes for the other. */
    @ParameterizedTest
    @MethodSource("engines")
    void anotherBestIsNoticedWhateverItsVersion(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String experiment = experiment(atlas);
            String best = experiment + "/best-checkpoint";
            String first = choice(made(atlas, experiment + "/checkpoints", "{\"epoch\":1,\"is_best\":true}"));
            String read = header(ok(200, atlas.get("admin", best)), "ETag");
            ok(304, atlas.get("admin", best, "If-None-Match", read));
            made(atlas, experiment + "/checkpoints", "{\"epoch\":2,\"is_best\":true}");
            ok(200, atlas.get("admin", best, "If-None-Match", read));
            refused(412, "version.stale", atlas.send("admin", "PUT", best, first, "If-Match", read));
            assertThat(text(atlas.get("admin", best), "epoch")).isEqualTo("2");
        }
    }

    private static String choice(String checkpoint) {
        return "{\"checkpoint_id\":\"" + checkpoint + "\"}";
    }
}
