package dev.atlas.api.http;

import dev.atlas.domain.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters a route does not know, and those given twice: a misspelt filter must not return everything. */
@ServerFilter("/**")
final class QueryFilter {

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!request.getPath().startsWith("/api/") || request.getParameters().isEmpty()) {
            return;
        }
        Set<String> known = known(request);
        List<Problem.FieldError> errors = new ArrayList<>();
        if (known != null) {
            request.getParameters().forEach((name, values) -> {
                if (!known.contains(name)) {
                    errors.add(new Problem.FieldError(name, "is not known here"));
                } else if (values.size() > 1) {
                    errors.add(new Problem.FieldError(name, "must be given once"));
                }
            });
        }
        if (!errors.isEmpty()) {
            throw new BadRequest(errors);
        }
    }

    private static @Nullable Set<String> known(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(route -> known((MethodBasedRouteMatch<?, ?>) route))
                .orElse(null);
    }

    private static Set<String> known(MethodBasedRouteMatch<?, ?> route) {
        Set<String> known = new HashSet<>();
        for (Argument<?> argument : route.getArguments()) {
            if (argument.getType() == Page.class) {
                known.add("limit");
                known.add("cursor");
            }
            if (argument.getAnnotationMetadata().hasAnnotation(Query.class)) {
                known.add(WireNames.of(argument.getName()));
            }
        }
        return known;
    }
}
