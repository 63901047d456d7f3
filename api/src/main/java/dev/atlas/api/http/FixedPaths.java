package dev.atlas.api.http;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The paths without variables, each with the methods it offers. A path such as {@code /experiments/best} fits {@code
 * /experiments/{id}} too, but is no experiment: it offers what is said of itself and nothing else.
 */
@Singleton
final class FixedPaths {

    private final Map<String, SortedSet<String>> methods;

    FixedPaths(Router router) {
        this.methods = router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().getVariableNames().isEmpty())
                .collect(Collectors.groupingBy(
                        route -> route.getUriMatchTemplate().toPathString(),
                        Collectors.mapping(
                                UriRouteInfo::getHttpMethodName,
                                Collectors.<String, SortedSet<String>>toCollection(TreeSet::new))));
    }

    /** The methods of this path, in alphabetical order; empty if it is not one of these. */
    Optional<SortedSet<String>> methods(String path) {
        boolean slash = path.length() > 1 && path.endsWith("/");
        return Optional.ofNullable(methods.get(slash ? path.substring(0, path.length() - 1) : path));
    }
}
