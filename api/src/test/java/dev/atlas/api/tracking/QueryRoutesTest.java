package dev.atlas.api.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Experiments listed, ranked, compared and asked about. */
class QueryRoutesTest extends TrackingRoutes {

    @Test
    void experimentsAreListedRankedAndCompared() throws Exception {
        String one = start(",\"tags\":[\"ranked\"],\"challenge\":1,\"metrics\":{\"acc\":0.5}");
        String two = start(",\"tags\":[\"ranked\"],\"challenge\":1,\"metrics\":{\"acc\":0.75,\"f1\":1}");
        for (String id : List.of(one, two)) {
            ok(200, send("ann", "POST", "/experiments/" + id + "/status", "{\"status\":\"completed\"}"));
        }
        String list = "/experiments?tag=ranked&status=completed&challenge=1&limit=1&project=" + project;
        HttpResponse<String> listed = ok(200, send("ann", "GET", list, ""));
        assertThat(listed.body()).contains(two, "next");
        HttpResponse<String> next = ok(200, send("ann", "GET", list + "&cursor=" + member(listed, "next"), ""));
        assertThat(next.body()).contains(one).doesNotContain(two);
        HttpResponse<String> best =
                ok(200, send("ann", "GET", "/experiments/best?metric=acc&direction=max&challenge=1&limit=1", ""));
        assertThat(best.body()).contains("\"value\":0.75", two).doesNotContain(one);
        HttpResponse<String> compared = ok(
                200,
                send(
                        "ann",
                        "POST",
                        "/experiments/compare",
                        "{\"ids\":[\"" + two + "\",\"" + project + "\",\"" + one + "\"]}"));
        assertThat(member(compared, "missing")).isEqualTo("[\"" + project + "\"]");
        assertThat(member(compared, "metric_differences"))
                .isEqualTo("[{\"member\":\"acc\",\"values\":{\"" + two + "\":0.75,\"" + one + "\":0.5}},"
                        + "{\"member\":\"f1\",\"values\":{\"" + two + "\":1}}]");
        refused(400, "request.malformed", send("ann", "GET", "/experiments?status=done", ""));
        refused(400, "request.malformed", send("ann", "GET", "/experiments?challenge=x", ""));
        refused(400, "request.malformed", send("ann", "GET", "/experiments/best?direction=up", ""));
        refused(400, "request.malformed", send("ann", "GET", "/experiments/best?limit=0", ""));
        refused(400, "request.malformed", send("ann", "POST", "/experiments/compare", "{\"ids\":[\"x\"]}"));
        refused(422, "value.invalid", send("ann", "POST", "/experiments/compare", "{\"ids\":[]}"));
        refused(404, "project.not_found", send("sam", "GET", "/experiments?project=" + project, ""));
    }

    @Test
    void namedQueriesAnswer() throws Exception {
        String id = start("");
        String queries = "/experiments/queries/";
        assertThat(ok(200, send("ann", "GET", queries + "latest-running", "")).body())
                .contains("items");
        for (String name : List.of("best-per-challenge", "last-failed", "training-time", "recent-cpu")) {
            ok(200, send("ann", "GET", queries + name + "?project=" + project, ""));
        }
        ok(200, send("ann", "GET", queries + "tagged?tag=x", ""));
        assertThat(ok(200, send("ann", "GET", queries + "learning-curve?experiment=" + id, ""))
                        .body())
                .isEqualTo("{\"items\":[]}");
        refused(400, "request.malformed", send("ann", "GET", queries + "tagged", ""));
        refused(400, "request.malformed", send("ann", "GET", queries + "learning-curve", ""));
    }
}
