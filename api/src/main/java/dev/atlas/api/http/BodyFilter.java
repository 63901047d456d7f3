package dev.atlas.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;

/**
 * Refuses a body where a write takes none: whoever sends {@code {"dry_run":true}} means it to count. After
 * {@link AccessFilter}, which strangers meet first.
 */
@ServerFilter("/**")
@Order(1)
final class BodyFilter {

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET
                && carriesBody(request)
                && RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route
                && Arrays.stream(route.getArguments())
                        .noneMatch(argument -> argument.getAnnotationMetadata().hasAnnotation(Body.class))) {
            throw new BadRequest("body", "is not taken here");
        }
    }

    private static boolean carriesBody(HttpRequest<?> request) {
        return request.getContentLength() > 0 || request.getHeaders().contains("Transfer-Encoding");
    }
}
