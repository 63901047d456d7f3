package dev.atlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer is a problem that says so, and the next request is answered. */
class MalformedRequestsTest {

    private static final String PROJECTS = "/api/v1/projects";

    private static ServedAtlas atlas;
    private static String bearer;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        atlas = ServedAtlas.on("sqlite", folder);
        bearer = "Authorization: Bearer " + atlas.signIn("admin");
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static RawRequest.Answer send(RawRequest request) throws Exception {
        return request.header(bearer).sendTo(atlas.uri());
    }

    /** The answer is a problem with one of these statuses. */
    private static void refused(RawRequest.Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.toString()).isIn(List.of(statuses));
        assertThat(answer.head()).contains("content-type: " + Problem.MEDIA_TYPE, "x-request-id: ");
        String body = answer.head().contains("transfer-encoding: chunked")
                ? answer.body()
                        .substring(answer.body().indexOf('{'), answer.body().lastIndexOf('}') + 1)
                : answer.body();
        assertThat(((Json.Obj) Json.parse("answer", body)).members())
                .containsKeys("type", "title", "status", "detail", "instance", "code");
        assertThat(body).doesNotContain("Exception", "io.micronaut", "io.netty", "java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "5",
                "{\"name\":\"x\"} {}",
                "{\"name\":\"x\",}",
                "{'name':'x'}",
                "{\"name\":NaN}",
                "{\"name\":\"x\",\"name\":\"y\"}",
                "{\"name\":\"x\",\"colour\":\"red\"}",
                "{\"name\":5}",
                "{\"name\":null}",
                "{\"name\":[\"x\"]}",
                "{\"name\":\"x\",\"tags\":\"t\"}",
                "{\"name\":\"x\",\"tags\":[1]}",
                "{\"name\":\"x\",\"tags\":[null]}",
                "{\"name\":\"x\",\"visibility\":\"PRIVATE\"}",
                "{\"name\":\"x\",\"settings\":[]}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"x\",\"settings\":{\"n\":12345678901234567890123456789012345}}",
                "{\"name\":\"x\",\"settings\":{\"n\":1e99999}}"
            })
    void bodiesThatCannotBeReadAreNamed(String body) throws Exception {
        refused(send(new RawRequest("POST", PROJECTS).json(body)), 400);
    }

    @Test
    void textThatIsNotUtf8IsNoJson() throws Exception {
        byte[] latin = "{\"name\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        refused(send(new RawRequest("POST", PROJECTS).body("application/json", latin)), 400);
    }

    @Test
    void nestingHasAnEnd() throws Exception {
        for (int depth : List.of(65, 1_000, 100_000)) {
            String deep = "{\"name\":\"x\",\"settings\":{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}}";
            refused(send(new RawRequest("POST", PROJECTS).json(deep)), 400);
        }
    }

    @Test
    void bodiesBeyondTheLimitAreNotRead() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        refused(send(new RawRequest("POST", PROJECTS).body("application/json", large)), 413);
    }

    @Test
    void chunkedBodiesBeyondTheLimitAreNotReadEither() throws Exception {
        byte[] chunk = ("100000\r\n" + "x".repeat(0x100000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[chunk.length * 10];
        for (int i = 0; i < 10; i++) {
            System.arraycopy(chunk, 0, all, i * chunk.length, chunk.length);
        }
        RawRequest request = new RawRequest("POST", PROJECTS)
                .header("Transfer-Encoding: chunked")
                .chunks("application/json", all);
        refused(send(request), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=201",
                "?limit=x",
                "?limit=",
                "?limit=99999999999999999999",
                "?limit=5&limit=6",
                "?cursor=x",
                "?cursor=",
                "?cursor=%00",
                "?cursor=bWFrc2J6eHh4LjAxOTJmM2M0LTVkNmUtN2E4Yi05YzBkLTFlMmYzYTRiNWM2ZA%3D%3D",
                "?owner=x",
                "?owner=0192F3C4-5D6E-7A8B-9C0D-1E2F3A4B5C6D",
                "?status=Active",
                "?include_archived=yes",
                "?nmae=x",
                "?tag=%00",
                "?tag=a%00b"
            })
    void queriesAreReadStrictly(String query) throws Exception {
        refused(send(new RawRequest("GET", PROJECTS + query)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/projects/x",
                "/api/v1/projects/%2e%2e/users",
                "/api/v1/projects/..%2fusers",
                "/api/v1/projects/%00",
                "/api/v1/projects/%E0%80%80",
                "/api/v1//projects",
                "//api/v1/projects",
                "/api/v1/projects//",
                "/api/v1/projects/;x=y",
                "/api/v1/projects/%zz",
                "/api/v1/projects/%",
                "/api/v1/projects/\u00ff",
                "/api/v1/projects/a b",
                "/api/v1/projects/{id}",
                "/api/v1/projects/|",
                "/API/V1/projects",
                "/..",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/docs/..",
                "/docs/%2e%2e%2fopenapi.json",
                "/docs/..\\openapi.json",
                "*",
                "nonsense"
            })
    void pathsThatNameNothingAreNotFound(String path) throws Exception {
        refused(send(new RawRequest("GET", path)), 400, 404);
    }

    @Test
    void overlongPathsAndHeadersAreRefused() throws Exception {
        refused(send(new RawRequest("GET", PROJECTS + "/" + "x".repeat(3_000))), 404);
        refused(send(new RawRequest("GET", PROJECTS + "/" + "x".repeat(50_000))), 414);
        refused(send(new RawRequest("GET", PROJECTS).header("X-Large: " + "x".repeat(100_000))), 431);
    }

    @Test
    void otherMediaTypesAreRefused() throws Exception {
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense")) {
            refused(
                    send(new RawRequest("POST", PROJECTS)
                            .body(type, "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8))),
                    415);
        }
        refused(
                send(new RawRequest("POST", PROJECTS)
                        .body("application/merge-patch+json", "{}".getBytes(StandardCharsets.UTF_8))),
                415);
        refused(send(new RawRequest("GET", PROJECTS).header("Accept: text/html")), 406);
    }

    @Test
    void methodsThatAreNotOfferedAreRefusedWithThoseThatAre() throws Exception {
        for (String method : List.of("DELETE", "PUT", "PATCH", "TRACE", "OPTIONS", "BREW")) {
            RawRequest.Answer answer = send(new RawRequest(method, PROJECTS));
            refused(answer, 405);
            assertThat(answer.head()).containsPattern("\nallow: .*get").contains("post");
        }
        refused(send(new RawRequest("GET", "/api/v1/auth/login")), 405);
    }

    /** Also where the path would fit a route with a variable, to which it is no id. */
    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /api/v1/experiments/best, 'GET,HEAD'",
        "DELETE, /api/v1/experiments/best, 'GET,HEAD'",
        "PATCH, /api/v1/experiments/best/, 'GET,HEAD'",
        "OPTIONS, /api/v1/experiments/compare, POST",
        "GET, /api/v1/experiments/compare, POST",
        "OPTIONS, /api/v1/experiments, 'GET,HEAD,POST'"
    })
    void aFixedPathOffersItsOwnMethodsAndNoOthers(String method, String path, String allowed) throws Exception {
        RawRequest.Answer answer = send(new RawRequest(method, path));
        refused(answer, 405);
        assertThat(answer.head()).containsPattern("(?m)^allow: " + allowed.toLowerCase(Locale.ROOT) + "\\s*$");
    }

    @Test
    void headIsAGetWithoutItsBody() throws Exception {
        RawRequest.Answer found = send(new RawRequest("HEAD", PROJECTS));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).isEmpty();
        RawRequest.Answer missing = send(new RawRequest("HEAD", PROJECTS + "/x"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).isEmpty();
        assertThat(missing.head()).contains("content-type: " + Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "W/\"7\"", "\"x\"", "\"1\", \"2\"", "\"9999999999999999999\""})
    void versionsAreReadStrictly(String version) throws Exception {
        String id = ServedAtlas.text(
                ServedAtlas.ok(
                        201, atlas.post("admin", "/projects", "{\"name\":\"version " + version.hashCode() + "\"}")),
                "id");
        refused(
                send(new RawRequest("PATCH", PROJECTS + "/" + id)
                        .header("If-Match: " + version)
                        .json("{\"description\":\"x\"}")),
                400);
    }
}
