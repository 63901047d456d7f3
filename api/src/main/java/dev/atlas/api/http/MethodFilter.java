package dev.atlas.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;

/**
 * Refuses the methods that a fixed path does not offer, before a route with a variable takes its last part for an id.
 * Comes after {@link RequestObservation}, which counts what is refused too.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class MethodFilter {

    private final FixedPaths paths;

    MethodFilter(FixedPaths paths) {
        this.paths = paths;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        boolean offered = paths.methods(request.getPath())
                .map(methods -> methods.contains(request.getMethodName()))
                .orElse(true);
        if (!offered) {
            throw new HttpStatusException(HttpStatus.METHOD_NOT_ALLOWED, "not offered by this path");
        }
    }
}
