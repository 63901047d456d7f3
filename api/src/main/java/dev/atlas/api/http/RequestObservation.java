package dev.atlas.api.http;

import dev.atlas.application.Caller;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Notes every request with what became of it: one line in the log, one count in the metrics. Never a header or a body. */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestObservation {

    private static final Logger LOG = LoggerFactory.getLogger("dev.atlas.requests");
    private static final String START = "atlas.start";
    private static final String NO_ROUTE = "none";

    private final RequestMetrics metrics;
    private final Map<UriRouteInfo<?, ?>, String> routes = new ConcurrentHashMap<>();

    RequestObservation(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(START, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        long nanos = System.nanoTime() - request.getAttribute(START, Long.class).orElseGet(System::nanoTime);
        String method = request.getMethod() == HttpMethod.CUSTOM ? "OTHER" : request.getMethodName();
        String route = route(request);
        int status = response.code();
        metrics.answered(method, route, status, nanos);
        Level level = level(status);
        if (LOG.isEnabledForLevel(level)) {
            log(request, level, method, route, status, nanos);
        }
    }

    private static void log(HttpRequest<?> request, Level level, String method, String route, int status, long nanos) {
        LOG.atLevel(level)
                .addKeyValue("request_id", RequestIds.of(request))
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("duration_ms", millis(nanos))
                .addKeyValue(
                        "user_id",
                        request.getAttribute(AccessFilter.CALLER, Caller.class)
                                .map(caller -> caller.user().toString())
                                .orElse("-"))
                .log("Request");
    }

    /** What went well is for those who look closely; what was refused, for everybody; what failed, for those on duty. */
    private static Level level(int status) {
        return status >= 500 ? Level.WARN : status >= 400 ? Level.INFO : Level.DEBUG;
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** The path with its variables unfilled: there are as many as routes, and they name nothing of anybody's. */
    private String route(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request).orElse(null) instanceof UriRouteInfo<?, ?> route
                ? routes.computeIfAbsent(
                        route, each -> each.getUriMatchTemplate().toPathString())
                : NO_ROUTE;
    }
}
