package dev.atlas.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atlas.api.http.Authenticator;
import dev.atlas.api.http.Open;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Json;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code /openapi.json} and {@code /docs} answer. Routes are looked at, none of those described is used. */
class OpenApiDocumentTest {

    /** Set to write the document anew instead of comparing it; see docs/contributing.md. */
    private static final String REWRITE = "atlas.openapi.rewrite";

    private static final Path CHECKED_IN = Path.of("openapi.json");

    private static ApplicationContext context;
    private static URI base;

    @BeforeAll
    static void start() {
        Authenticator nobody =
                (token, origin) -> CompletableFuture.failedFuture(new Refusal.NotSignedIn("auth.invalid", "No."));
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(nobody, ServerSettings.of(Map.of()))
                .properties(Map.of("micronaut.server.port", -1))
                .start();
        base = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Json.Obj document() throws Exception {
        return (Json.Obj) Json.parse("document", get("/openapi.json").body());
    }

    private static Json.Obj part(Json.Obj object, String... path) {
        Json.Obj part = object;
        for (String name : path) {
            part = (Json.Obj) member(part, name);
        }
        return part;
    }

    private static Json member(Json.Obj object, String name) {
        return Objects.requireNonNull(object.members().get(name), name);
    }

    /** The operations, each with its method and path. */
    private static Map<String, Json.Obj> operations() throws Exception {
        Map<String, Json.Obj> operations = new LinkedHashMap<>();
        part(document(), "paths").members().forEach((path, methods) -> ((Json.Obj) methods)
                .members()
                .forEach((method, operation) -> operations.put(method + " " + path, (Json.Obj) operation)));
        return operations;
    }

    @Test
    void theDocumentIsOpenToEverybody() throws Exception {
        HttpResponse<String> answer = get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    /** So that every change of the interface is seen where it is reviewed. */
    @Test
    void theDocumentIsTheOneCheckedIn() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String served = json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(json.readTree(get("/openapi.json").body()))
                + "\n";
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(CHECKED_IN, served);
        }
        assertThat(Files.readString(CHECKED_IN))
                .as("api/openapi.json is not what the service answers; write it anew with -D" + REWRITE + "=true")
                .isEqualTo(served);
    }

    @Test
    void everyRouteIsDescribed() {
        List<String> undescribed = context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> !route.getAnnotationMetadata().hasAnnotation(Operation.class))
                .filter(route -> !(route.getAnnotationMetadata().hasAnnotation(Open.class)
                        && route.getDeclaringType().getPackage() == OpenApi.class.getPackage()))
                .map(route -> route.getHttpMethod() + " "
                        + route.getUriMatchTemplate().toPathString())
                .toList();
        assertThat(undescribed).isEmpty();
    }

    @Test
    void everyOperationHasANameOfItsOwnATagThatIsToldAndWhoMayUseIt() throws Exception {
        List<Json> tags = ((Json.Arr) member(document(), "tags"))
                .items().stream()
                        .map(tag -> ((Json.Obj) tag).members().get("name"))
                        .toList();
        Set<Json> ids = new HashSet<>();
        operations().forEach((name, operation) -> {
            assertThat(ids.add(member(operation, "operationId"))).as(name).isTrue();
            assertThat(tags).as(name).containsAll(((Json.Arr) member(operation, "tags")).items());
            assertThat(operation.members()).as(name).containsKeys("summary", "description", "responses", "security");
        });
    }

    @Test
    void theExampleOfEveryBodyFitsItsSchema() throws Exception {
        Json.Obj document = document();
        DocumentedSchemas schemas = new DocumentedSchemas(document);
        List<String> wrong = new ArrayList<>();
        operations().forEach((name, operation) -> {
            List<Json.Obj> bodies = new ArrayList<>();
            if (operation.members().get("requestBody") instanceof Json.Obj body) {
                bodies.add(part(body, "content"));
            }
            part(operation, "responses").members().values().forEach(response -> {
                if (((Json.Obj) response).members().get("content") instanceof Json.Obj content) {
                    bodies.add(content);
                }
            });
            bodies.stream()
                    .flatMap(content -> content.members().values().stream())
                    .map(Json.Obj.class::cast)
                    .forEach(content -> {
                        Json example = member(content, "example");
                        List<String> errors = schemas.errors(part(content, "schema"), example.text());
                        errors.forEach(error -> wrong.add(name + ": " + error));
                    });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        HttpResponse<String> root = get("/");
        assertThat(root.statusCode()).isEqualTo(303);
        assertThat(root.headers().firstValue("Location")).hasValue("/docs");
        HttpResponse<String> page = get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';");
        assertThat(page.body()).doesNotContain("://").contains("<div id=\"api\">");
        Map<String, String> types = Map.of("js", "text/javascript", "css", "text/css", "png", "image/png");
        Matcher links =
                Pattern.compile("(?:src|href)=\"(docs/[^\"]+\\.(\\w+))\"").matcher(page.body());
        int seen = 0;
        for (; links.find(); seen++) {
            HttpResponse<String> asset = get("/" + links.group(1));
            assertThat(asset.statusCode()).as(links.group()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Content-Type").orElseThrow()).startsWith(types.get(links.group(2)));
            assertThat(asset.body()).isNotEmpty();
        }
        assertThat(seen).isEqualTo(4);
    }

    @Test
    void thePageOffersNoOtherFile() throws Exception {
        for (String path : List.of("/docs/none.js", "/docs/..%2fopenapi.json", "/docs/docs.html", "/docs/%00")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("route.not_found");
        }
    }
}
