package dev.atlas.api.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Epochs and checkpoints of an experiment. */
class EpochRoutesTest extends TrackingRoutes {

    @Test
    void epochsAreCreatedThenMerged() throws Exception {
        String epochs = "/experiments/" + start("") + "/epochs";
        String body = "{\"metrics\":{\"loss\":0.5,\"nan\":\"NaN\"},\"timing\":{\"duration_seconds\":3300}}";
        HttpResponse<String> made = ok(201, send("ann", "PUT", epochs + "/2", body));
        assertThat(made.headers().firstValue("Location")).contains("/api/v1" + epochs + "/2");
        HttpResponse<String> merged = ok(200, send("ann", "PUT", epochs + "/2", "{\"metrics\":{\"loss\":0.4}}"));
        assertThat(merged.body())
                .contains("\"duration_seconds\":3300.0", "\"metrics\":{\"loss\":0.4}")
                .doesNotContain("memory");
        HttpResponse<String> many = ok(
                200,
                send(
                        "ann",
                        "POST",
                        epochs,
                        "{\"epochs\":[{\"epoch\":2,\"metrics\":{\"loss\":0.3}},{\"epoch\":3},{\"epoch\":0}]}"));
        assertThat(member(many, "created")).isEqualTo("2");
        assertThat(member(many, "merged")).isEqualTo("1");
        HttpResponse<String> page = ok(200, send("ann", "GET", epochs + "?limit=2", ""));
        assertThat(member(page, "next")).isEqualTo("2");
        assertThat(ok(200, send("ann", "GET", epochs + "?limit=2&cursor=2", "")).body())
                .contains("\"epoch\":3")
                .doesNotContain("next");
        assertThat(ok(200, send("ann", "GET", epochs + "/2", "")).body()).contains("\"loss\":0.3");
        refused(404, "epoch.not_found", send("ann", "GET", epochs + "/7", ""));
        refused(404, "epoch.not_found", send("ann", "PUT", epochs + "/x", "{}"));
        refused(404, "epoch.not_found", send("ann", "PUT", epochs + "/99999999999", "{}"));
        refused(422, "value.invalid", send("ann", "POST", epochs, "{\"epochs\":[{\"epoch\":-1}]}"));
        refused(422, "value.invalid", send("ann", "POST", epochs, "{\"epochs\":[]}"));
        refused(400, "request.malformed", send("ann", "PUT", epochs + "/2", "{\"metrics\":{\"loss\":\"low\"}}"));
        refused(400, "request.malformed", send("ann", "GET", epochs + "?cursor=x", ""));
    }

    @Test
    void oneCheckpointIsTheBest() throws Exception {
        String experiment = "/experiments/" + start("");
        refused(404, "checkpoint.not_found", send("ann", "GET", experiment + "/best-checkpoint", ""));
        String body =
                "{\"epoch\":1,\"is_best\":true,\"metrics\":{\"val_loss\":0.2},\"file\":{\"path\":\"/a\",\"size_mb\":1.5}}";
        HttpResponse<String> first = ok(201, send("ann", "POST", experiment + "/checkpoints", body));
        HttpResponse<String> second = ok(201, send("ann", "POST", experiment + "/checkpoints", "{\"epoch\":2}"));
        assertThat(member(second, "is_best")).isEqualTo("false");
        HttpResponse<String> best = ok(
                200,
                send(
                        "ann",
                        "PUT",
                        experiment + "/best-checkpoint",
                        "{\"checkpoint_id\":\"" + member(second, "id") + "\"}"));
        assertThat(member(best, "is_best")).isEqualTo("true");
        HttpResponse<String> former =
                ok(200, send("ann", "GET", experiment + "/checkpoints/" + member(first, "id"), ""));
        assertThat(member(former, "is_best")).isEqualTo("false");
        assertThat(former.body()).contains("\"size_mb\":1.5");
        assertThat(ok(200, send("ann", "GET", experiment + "/checkpoints", "")).body())
                .contains("\"epoch\":2");
        assertThat(member(ok(200, send("ann", "GET", experiment + "/history", "")), "checkpoints"))
                .contains("\"epoch\":1");
        refused(
                404,
                "checkpoint.not_found",
                send("ann", "PUT", experiment + "/best-checkpoint", "{\"checkpoint_id\":\"" + project + "\"}"));
    }
}
