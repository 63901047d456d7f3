package dev.atlas.api.http;

import dev.atlas.application.Caller;
import dev.atlas.application.idempotency.RepeatableRequest;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a {@code POST} with an {@code Idempotency-Key} asks for, so that a repetition is told from another request
 * under the same key. A route that takes no {@link Once} refuses the key: signing in again, say, has to be another session.
 */
@Singleton
final class RepeatableRequests {

    /** Where the {@link RepeatableRequest} is kept. */
    static final String REPEATABLE = "atlas.repeatable-request";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    /** Completes with the request when that is noted; at once if there is nothing to note. */
    CompletableFuture<HttpRequest<?>> note(HttpRequest<?> request) {
        String key = request.getHeaders().get(Once.HEADER);
        Caller caller = request.getAttribute(AccessFilter.CALLER, Caller.class).orElse(null);
        UriRouteMatch<?, ?> route = route(request);
        if (key == null || request.getMethod() != HttpMethod.POST || route == null) {
            return CompletableFuture.completedFuture(request);
        }
        if (caller == null || Arrays.stream(route.getArguments()).noneMatch(each -> each.getType() == Once.class)) {
            return refused("is not taken here: this request cannot be repeated");
        }
        if (!KEY.matcher(key).matches()) {
            return refused("must be 1 to 255 visible ASCII characters");
        }
        String named = request.getMethodName() + " "
                + route.getRouteInfo().getUriMatchTemplate().toPathString();
        return body(request).thenApply(body -> {
            request.setAttribute(
                    REPEATABLE,
                    RepeatableRequest.of(caller, named, key, request.getUri().toString(), body));
            return request;
        });
    }

    /** A copy; the route reads the body as if nobody had. */
    private static CompletableFuture<byte[]> body(HttpRequest<?> request) {
        CloseableByteBody copy =
                ((ServerHttpRequest<?>) request).byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
        return copy.buffer()
                .thenApply(buffered -> {
                    try (CloseableAvailableByteBody whole = buffered) {
                        return whole.toByteArray();
                    }
                })
                .toCompletableFuture();
    }

    private static CompletableFuture<HttpRequest<?>> refused(String why) {
        return CompletableFuture.failedFuture(new BadRequest(Once.HEADER, why));
    }

    private static @Nullable UriRouteMatch<?, ?> route(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route ? route : null;
    }
}
