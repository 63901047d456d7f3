package dev.atlas.api.http;

import dev.atlas.application.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Lets nobody through to a route who is not meant for it: see {@link Admission}. */
@ServerFilter("/**")
final class AccessFilter {

    /** Where the caller of a request is kept. */
    static final String CALLER = "atlas.caller";

    private final Authenticator authenticator;
    private final OriginBinder origins;
    private final ClientAddress address;
    private final AfterPosition afterPosition;
    private final RepeatableRequests repeatable;
    private final Map<RouteInfo<?>, Admission> admissions = new ConcurrentHashMap<>();

    AccessFilter(
            Authenticator authenticator,
            OriginBinder origins,
            ClientAddress address,
            AfterPosition afterPosition,
            RepeatableRequests repeatable) {
        this.authenticator = authenticator;
        this.origins = origins;
        this.address = address;
        this.afterPosition = afterPosition;
        this.repeatable = repeatable;
    }

    @RequestFilter
    CompletableFuture<HttpRequest<?>> check(HttpRequest<?> request) {
        Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
        if (route.isEmpty()) {
            return CompletableFuture.completedFuture(request);
        }
        Admission admission = admissions.computeIfAbsent(
                route.get().getRouteInfo(), info -> Admission.of(info.getAnnotationMetadata()));
        if (admission.open() || (admission.openOnLoopback() && address.isLoopback(request))) {
            return repeatable.note(request);
        }
        String token = BearerToken.of(request);
        if (token == null) {
            return CompletableFuture.failedFuture(new Refusal.NotSignedIn(
                    "auth.missing", "Sign in first, and send the access token as bearer token."));
        }
        return authenticator.authenticate(token, origins.origin(request)).thenCompose(caller -> {
            admission.admit(caller);
            request.setAttribute(CALLER, caller);
            return afterPosition.await(request).thenCompose(repeatable::note);
        });
    }

    @ResponseFilter
    void name(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!response.getHeaders().contains(RequestIds.HEADER)) {
            response.header(RequestIds.HEADER, RequestIds.of(request));
        }
    }
}
