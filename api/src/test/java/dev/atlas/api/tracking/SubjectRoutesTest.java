package dev.atlas.api.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What belongs to a project beside its experiments. */
class SubjectRoutesTest extends TrackingRoutes {

    @Test
    void subjectsAndCacheFilesBelongToAProject() throws Exception {
        String subjects = "/projects/" + project + "/subjects";
        String body = "{\"subject_id\":\"sub-1\",\"age\":9.5,\"sex\":\"F\",\"handedness\":\"R\",\"releases\":[\"R1\"],"
                + "\"has_eeg\":true,\"p_factor\":-0.5,\"phenotypic\":{\"adhd_score\":3},\"n_sessions\":2,"
                + "\"splits\":{\"challenge1_split\":\"train\"},\"sessions\":[{\"session_id\":\"a\"}]}";
        HttpResponse<String> made = ok(201, send("ann", "POST", subjects, body));
        assertThat(made.body())
                .contains("\"sex\":\"F\"", "\"has_eeg\":true", "\"n_sessions\":2", "\"p_factor\":-0.5")
                .contains("\"splits\":{\"challenge1_split\":\"train\"}", "\"eeg_quality\":{}");
        refused(409, "subject.id_taken", send("ann", "POST", subjects, body));
        String subject = subjects + "/" + member(made, "id");
        HttpResponse<String> patched = ok(
                200,
                send(
                        "ann",
                        "PATCH",
                        subject,
                        "{\"sex\":null,\"splits\":{\"challenge2_split\":\"val\"},\"phenotypic\":{\"x\":1}}"));
        assertThat(patched.body())
                .contains("\"challenge1_split\":\"train\",\"challenge2_split\":\"val\"")
                .contains("\"phenotypic\":{\"adhd_score\":3,\"x\":1}")
                .doesNotContain("\"sex\"");
        assertThat(ok(200, send("ann", "GET", subjects + "?release=R1", "")).body())
                .contains("sub-1");
        refused(400, "request.malformed", send("ann", "POST", subjects, "{\"subject_id\":\"s\",\"sex\":\"X\"}"));
        refused(404, "project.not_found", send("sam", "GET", subjects, ""));
        ok(204, send("ann", "DELETE", subject, ""));

        String files = "/projects/" + project + "/cache-files";
        HttpResponse<String> file =
                ok(201, send("ann", "POST", files, "{\"challenge\":1,\"file_path\":\"/a\",\"n_windows\":7}"));
        assertThat(file.body()).contains("\"n_windows\":7", "\"file_path\":\"/a\"");
        assertThat(ok(200, send("ann", "GET", files + "?challenge=1", "")).body())
                .contains("/a");
        ok(200, send("ann", "GET", files + "/" + member(file, "id"), ""));
        ok(204, send("ann", "DELETE", files + "/" + member(file, "id"), ""));
    }
}
