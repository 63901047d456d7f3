package dev.atlas.api.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers every exception a route lets out. */
@Primary
@Singleton
final class ProblemHandler implements ExceptionHandler<Throwable, MutableHttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<Problem> handle(HttpRequest request, Throwable error) {
        return Problems.of(request, error);
    }
}
