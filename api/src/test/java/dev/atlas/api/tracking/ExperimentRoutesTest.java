package dev.atlas.api.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Experiments through their lives, and what can never be one. */
class ExperimentRoutesTest extends TrackingRoutes {

    @Test
    void anExperimentGoesThroughItsLife() throws Exception {
        String body = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"full\",\"challenge\":2,"
                + "\"model\":{\"name\":\"EEGNeX\",\"architecture\":{\"depth\":3},\"parameters\":9007199254740993,\"version\":\"1\"},"
                + "\"config\":{\"lr\":0.0020,\"a.b\":null},\"dataset\":{\"releases\":[\"R1\"],\"train_windows\":5},"
                + "\"metrics\":{\"best_val_loss\":\"NaN\"},\"tags\":[\"x\"],\"note\":\"n\",\"hostname\":\"h\",\"checkpoint_dir\":\"/c\"}";
        HttpResponse<String> made = ok(201, send("ann", "POST", "/experiments", body));
        String path = "/experiments/" + member(made, "id");
        assertThat(made.headers().firstValue("Location")).contains("/api/v1" + path);
        assertThat(made.headers().firstValue("Atlas-Position")).isPresent();
        assertThat(made.body())
                .contains("\"status\":\"running\"", "\"created_by\":\"ann\"", "\"parameters\":9007199254740993")
                .contains("\"config\":{\"lr\":0.0020,\"a.b\":null}", "\"metrics\":{\"best_val_loss\":\"NaN\"}")
                .contains("\"architecture\":{\"depth\":3}", "\"train_windows\":5", "\"version\":\"1\"")
                .doesNotContain("end_time");

        HttpResponse<String> patched = ok(
                200,
                send(
                        "ann",
                        "PATCH",
                        path,
                        "{\"note\":null,\"model\":{\"parameters\":null},\"config\":{\"lr\":null,\"new\":1},\"metrics\":{\"acc\":0.5}}",
                        "If-Match",
                        "\"0\"",
                        "Content-Type",
                        "application/merge-patch+json"));
        assertThat(patched.body())
                .contains("\"config\":{\"a.b\":null,\"new\":1}", "\"name\":\"EEGNeX\"", "\"acc\":0.5")
                .doesNotContain("\"note\"", "\"parameters\"");
        refused(412, "version.stale", send("ann", "PATCH", path, "{\"note\":\"x\"}", "If-Match", "\"0\""));

        HttpResponse<String> ended =
                ok(200, send("ann", "POST", path + "/status", "{\"status\":\"completed\",\"metrics\":{\"acc\":0.9}}"));
        assertThat(ended.body()).contains("\"end_time\"", "\"acc\":0.9");
        refused(409, "experiment.illegal_status", send("ann", "POST", path + "/status", "{\"status\":\"running\"}"));
        assertThat(ok(200, send("ann", "GET", path, "")).headers().firstValue("ETag"))
                .contains("\"2\"");
        assertThat(send("ann", "GET", path, "", "If-None-Match", "\"2\"").statusCode())
                .isEqualTo(304);
        ok(204, send("ann", "DELETE", path, ""));
        refused(404, "experiment.not_found", send("ann", "GET", path, ""));
    }

    @Test
    void whatCanNeverBeIsRefused() throws Exception {
        String experiments = "/experiments";
        refused(400, "request.malformed", send("ann", "POST", experiments, "{\"experiment_name\":\"e\"}"));
        String named = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"";
        refused(400, "request.malformed", send("ann", "POST", experiments, named + ",\"status\":\"completed\"}"));
        refused(400, "request.malformed", send("ann", "POST", experiments, named + ",\"start_time\":null}"));
        refused(422, "value.invalid", send("ann", "POST", experiments, named + ",\"challenge\":3}"));
        refused(422, "value.invalid", send("ann", "POST", experiments, named + ",\"metrics\":{\"a\":\"x\"}}"));
        refused(
                422,
                "value.invalid",
                send("ann", "POST", experiments, named + ",\"parent_experiment_id\":\"" + project + "\"}"));
        refused(404, "project.not_found", send("sam", "POST", experiments, named + "}"));
        refused(404, "experiment.not_found", send("ann", "GET", experiments + "/nothing", ""));
        refused(401, "auth.invalid", send("nobody", "GET", experiments, ""));
    }
}
