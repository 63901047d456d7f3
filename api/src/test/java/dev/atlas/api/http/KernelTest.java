package dev.atlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every route shares, over real HTTP. */
class KernelTest {

    private static final String PROBE = "/api/v1/probe";

    private static ApplicationContext context;
    private static URI base;

    @BeforeAll
    static void start() {
        Authenticator authenticator = (token, origin) -> token.equals("good")
                ? CompletableFuture.completedFuture(
                        new Caller(new Id<>(new UUID(1, 2)), "ann", Set.of(Permission.PROJECT_VIEW), null, origin))
                : CompletableFuture.failedFuture(new Refusal.NotSignedIn("auth.invalid", "No."));
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(authenticator, ServerSettings.of(Map.of()))
                .properties(Map.of("micronaut.server.port", -1, ProbeController.SWITCH, true))
                .start();
        base = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        request.header("Authorization", "Bearer good").header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String... fields) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("Exception");
        for (String field : fields) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .satisfies(id -> assertThat(answer.body()).contains(id));
    }

    @Test
    void answersAreSnakeCaseWithSixDigitsWordsAndNoNulls() throws Exception {
        HttpResponse<String> answer = send("GET", PROBE, "");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.body())
                .isEqualTo("{\"user_id\":\"00000000-0000-0001-0000-000000000002\","
                        + "\"at_time\":\"1970-01-01T00:00:00.000000Z\","
                        + "\"free\":{\"z\":1.50,\"a\":null,\"n\":[1,{\"k\":true}]},"
                        + "\"metrics\":{\"a\":\"NaN\",\"b\":0.1},\"colour\":\"dark_blue\",\"tags\":[]}");
    }

    @Test
    void aVersionTheClientHasIsNotSentAgain() throws Exception {
        assertThat(send("GET", PROBE, "", "If-None-Match", "\"7\"").statusCode())
                .isEqualTo(304);
        assertThat(send("GET", PROBE, "", "If-None-Match", "\"6\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyComesInWithoutAToken() throws Exception {
        refused(send("GET", PROBE, "", "Authorization", ""), 401, "auth.missing");
        refused(send("GET", PROBE, "", "Authorization", "Bearer bad"), 401, "auth.invalid");
    }

    @Test
    void aRouteThatNamesNoPermissionIsClosed() throws Exception {
        refused(send("GET", PROBE + "/closed", ""), 403, "route.closed");
    }

    @Test
    void anErrorNobodyForesawSaysNothing() throws Exception {
        HttpResponse<String> answer = send("GET", PROBE + "/broken", "");
        refused(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void queriesAreReadStrictly() throws Exception {
        assertThat(send("GET", PROBE + "/list?limit=3&status=x", "").body())
                .isEqualTo("{\"limit\":3,\"status\":\"x\"}");
        refused(send("GET", PROBE + "/list?limit=x", ""), 400, "request.malformed", "limit");
        refused(send("GET", PROBE + "/list?limit=0", ""), 400, "request.malformed", "limit");
        refused(send("GET", PROBE + "/list?cursor=abc", ""), 400, "request.malformed", "cursor");
        refused(send("GET", PROBE + "/list?statsu=x", ""), 400, "request.malformed", "statsu");
        refused(send("GET", PROBE + "/list?status=x&status=y", ""), 400, "request.malformed", "status");
    }

    @Test
    void bodiesAreReadStrictly() throws Exception {
        refused(send("POST", PROBE, ""), 400, "request.malformed", "body");
        assertThat(send("POST", PROBE, "{\"name\":\"x\"}").body()).isEqualTo("{\"seen\":\"x\"}");
        refused(send("POST", PROBE, ""), 400, "request.malformed", "body");
        refused(send("POST", PROBE, "{"), 400, "request.malformed", "body");
        refused(send("POST", PROBE, "[]"), 400, "request.malformed", "body");
        refused(send("POST", PROBE, "{\"name\":\"x\",\"name\":\"y\"}"), 400, "request.malformed", "body");
        refused(send("POST", PROBE, "{\"name\":5}"), 400, "request.malformed", "name");
        refused(send("POST", PROBE, "{\"name\":\"x\",\"count\":1.5}"), 400, "request.malformed", "count");
        refused(send("POST", PROBE, "{\"name\":\"a\\u0000b\"}"), 400, "request.malformed", "body");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws Exception {
        refused(
                send(
                        "POST",
                        PROBE,
                        "{\"nme\":\"x\",\"count\":\"5\",\"tags\":[\"a\",1],\"inner\":[{\"text\":3}],\"owner_id\":\"q\"}"),
                400,
                "request.malformed",
                "nme",
                "name",
                "count",
                "tags[1]",
                "inner[0].text",
                "owner_id");
    }

    @Test
    void whatTheServerItselfRefusesLooksTheSame() throws Exception {
        refused(send("GET", "/nowhere", ""), 404, "route.not_found");
        refused(send("GET", PROBE + "/%00", ""), 404, "route.not_found");
        refused(send("GET", PROBE + "/..%2f..%2fetc", ""), 404, "route.not_found");
        refused(send("DELETE", PROBE, ""), 405, "method.not_allowed");
        refused(send("GET", PROBE, "", "Accept", "text/xml"), 406, "type.not_acceptable");
        refused(send("POST", PROBE, "{\"name\":\"" + "x".repeat(9_000_000) + "\"}"), 413, "body.too_large");
        refused(send("POST", PROBE, "<x/>", "Content-Type", "text/xml"), 415, "type.not_supported");
    }
}
