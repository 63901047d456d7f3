package dev.atlas.api.openapi;

import dev.atlas.domain.Json;
import io.micronaut.web.router.Router;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI 3.1 document: made from the routes the router has, the permissions they name, and the records that bodies
 * are really read by and answers are really written from, so it cannot say anything else than the service does.
 */
final class OpenApi {

    private static final String BEARER = "bearer";

    private final Vocabulary vocabulary = Vocabulary.read();
    private final Schemas schemas = new Schemas(vocabulary);
    private final RequestParts requests = new RequestParts(schemas, vocabulary);
    private final Responses responses = new Responses(schemas);

    private OpenApi() {}

    /** The document for all routes of {@code router} that are an {@link dev.atlas.api.http.Operation}. */
    static Json.Obj of(Router router) {
        List<Route> routes = new ArrayList<>();
        router.uriRoutes().filter(Route::isDescribed).map(Route::new).forEach(routes::add);
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return new OpenApi().document(routes);
    }

    private Json.Obj document(List<Route> routes) {
        Map<String, Members> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), path -> new Members())
                    .with(route.method().toLowerCase(java.util.Locale.ROOT), operation(route));
        }
        Members described = new Members();
        paths.forEach(described::with);
        Members components = new Members()
                .with("responses", responses.problems())
                .with("headers", Responses.headers())
                .with("securitySchemes", new Members().with(BEARER, vocabulary.part("security")));
        return new Members()
                .with("openapi", "3.1.0")
                .with("info", vocabulary.part("info"))
                .with("servers", List.of(new Members().with("url", "/")))
                .with("tags", tags())
                .with("paths", described)
                .with(
                        "components",
                        new Members().with("schemas", schemas.named()).withAll(components.object()))
                .object();
    }

    private Members operation(Route route) {
        Type body = route.body();
        List<Json.Obj> parameters = requests.parameters(route);
        return new Members()
                .with("operationId", route.id())
                .with("tags", List.of(tag(route.path())))
                .with("summary", route.summary())
                .with("description", whoMay(route))
                .with("parameters", parameters.isEmpty() ? null : parameters)
                .with("requestBody", body == null ? null : requests.body(route, body))
                .with("responses", responses.of(route))
                .with("security", security(route));
    }

    /** Everything below one collection is told together. */
    private static String tag(String path) {
        String resource = path.replaceFirst("^/(api/v1/)?", "");
        int end = resource.indexOf('/');
        return end < 0 ? resource : resource.substring(0, end);
    }

    private static String whoMay(Route route) {
        return route.open()
                ? "Open to everybody."
                : (route.openOnLoopback() ? "Open on the machine itself. " : "")
                        + route.permission()
                                .map(permission -> "Needs the permission " + permission.id() + ".")
                                .orElse("For everybody who is signed in.");
    }

    /** For a scheme without scopes the names are the roles needed: here, permissions. */
    private static List<Members> security(Route route) {
        if (route.open()) {
            return List.of();
        }
        Members bearer = new Members()
                .with(
                        BEARER,
                        route.permission()
                                .map(permission -> List.of(permission.id()))
                                .orElse(List.of()));
        return route.openOnLoopback() ? List.of(new Members(), bearer) : List.of(bearer);
    }

    private List<Members> tags() {
        List<Members> tags = new ArrayList<>();
        vocabulary
                .part("tags")
                .members()
                .forEach((name, description) ->
                        tags.add(new Members().with("name", name).with("description", description)));
        return tags;
    }
}
