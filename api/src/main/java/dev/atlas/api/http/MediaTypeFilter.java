package dev.atlas.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;

/** Refuses a {@code Content-Type} that is none: the server would take it for absent, and the body for JSON. */
@ServerFilter("/**")
final class MediaTypeFilter {

    @RequestFilter
    void check(HttpRequest<?> request) {
        String given = request.getHeaders().get("Content-Type");
        if (given != null && request.getContentType().isEmpty()) {
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not a media type");
        }
    }
}
