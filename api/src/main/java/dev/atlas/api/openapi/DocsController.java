package dev.atlas.api.openapi;

import dev.atlas.api.http.Open;
import dev.atlas.application.Refusal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A page to browse the OpenAPI document with: Swagger UI, from its webjar. Nothing is fetched from elsewhere. */
@Controller("/docs")
final class DocsController {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    private static final MediaType SCRIPT = MediaType.of("text/javascript; charset=utf-8");

    private record Asset(String resource, MediaType type) {}

    private static final Map<String, Asset> ASSETS = Map.of(
            "docs.js", new Asset("docs.js", SCRIPT),
            "swagger-ui-bundle.js", new Asset(WEBJAR + "swagger-ui-bundle.js", SCRIPT),
            "swagger-ui.css", new Asset(WEBJAR + "swagger-ui.css", MediaType.of("text/css; charset=utf-8")),
            "favicon-32x32.png", new Asset(WEBJAR + "favicon-32x32.png", MediaType.IMAGE_PNG_TYPE));

    @Get(produces = MediaType.TEXT_HTML)
    @Open
    HttpResponse<byte[]> page() {
        return answer(new Asset("docs.html", MediaType.of("text/html; charset=utf-8")));
    }

    @Get(value = "/{file}", produces = MediaType.ALL)
    @Open
    HttpResponse<byte[]> asset(String file) {
        Asset asset = ASSETS.get(file);
        if (asset == null) {
            throw new Refusal.NotFound("route.not_found", "There is nothing here.");
        }
        return answer(asset);
    }

    private static HttpResponse<byte[]> answer(Asset asset) {
        return HttpResponse.ok(bytes(asset.resource()))
                .contentType(asset.type())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static byte[] bytes(String resource) {
        try (InputStream file = open(resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The webjar keeps its files below its version, which its own Maven properties tell. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(DocsController.class.getResourceAsStream(resource), resource);
    }
}
