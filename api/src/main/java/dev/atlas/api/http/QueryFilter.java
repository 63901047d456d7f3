package dev.atlas.api.http;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses query parameters a route does not know, and those given twice: a misspelt filter must not return everything. */
@ServerFilter("/**")
final class QueryFilter {

    private final Map<RouteInfo<?>, Set<String>> known = new ConcurrentHashMap<>();

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getPath().startsWith("/api/")
                && request.getUri().getRawQuery() != null
                && RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route) {
            check(
                    request.getParameters(),
                    known.computeIfAbsent(route.getRouteInfo(), info -> known(route.getArguments())));
        }
    }

    private static void check(HttpParameters given, Set<String> known) {
        List<Problem.FieldError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(new Problem.FieldError(name, "is not known here"));
            } else if (values.size() > 1) {
                errors.add(new Problem.FieldError(name, "must be given once"));
            }
        });
        if (!errors.isEmpty()) {
            throw new BadRequest(errors);
        }
    }

    private static Set<String> known(Argument<?>[] arguments) {
        Set<String> known = new HashSet<>();
        for (Argument<?> argument : arguments) {
            if (argument.getType() == Paging.class) {
                known.add("limit");
                known.add("cursor");
            }
            QueryParameters.of(argument).forEach(parameter -> known.add(WireNames.of(parameter.getName())));
        }
        return known;
    }
}
