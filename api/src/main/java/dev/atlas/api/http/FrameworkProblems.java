package dev.atlas.api.http;

import dev.atlas.application.Refusal;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the errors that the HTTP server itself finds (no such route, wrong method, body too large) the form of all others.
 * Only parts of a path are converted by the server; what is no number there names nothing.
 */
@Primary
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<Problem> {

    private record Words(String code, String detail) {}

    private static final Map<Integer, Words> WORDS = Map.of(
            400, new Words("request.malformed", "The request cannot be understood."),
            404, new Words("route.not_found", "There is nothing here."),
            405, new Words("method.not_allowed", "This method is not offered here."),
            406, new Words("type.not_acceptable", "None of the accepted media types is offered here."),
            413, new Words("body.too_large", "The request is larger than what is taken here."),
            414, new Words("uri.too_long", "The path and the query are longer than what is taken here."),
            415,
                    new Words(
                            "type.not_supported",
                            "This media type is not taken here: JSON is application/json, and a patch may be application/merge-patch+json."),
            431, new Words("headers.too_large", "The headers are larger than what is taken here."));

    private final FixedPaths paths;

    FrameworkProblems(FixedPaths paths) {
        this.paths = paths;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        for (Throwable cause = context.getRootCause().orElse(null); cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequest || cause instanceof UnsatisfiedRouteException) {
                return Problems.of(context.getRequest(), cause);
            }
        }
        if (context.getRootCause().orElse(null) instanceof ConversionErrorException unread) {
            return Problems.of(context.getRequest(), missing(unread.getArgument()));
        }
        HttpStatus status = overlong(context.getRequest()).orElse(response.status());
        Words words =
                WORDS.getOrDefault(status.getCode(), new Words("http." + status.getCode(), "The request was refused."));
        MutableHttpResponse<Problem> problem =
                Problems.answer(context.getRequest(), status, words.code(), words.detail(), null);
        response.getHeaders().forEachValue((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                problem.header(name, value);
            }
        });
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            paths.methods(context.getRequest().getPath())
                    .ifPresent(methods -> problem.getHeaders().set("Allow", String.join(",", methods)));
        }
        return problem;
    }

    /** What comes before the body and is too long; the server takes it for a body that is. */
    private static Optional<HttpStatus> overlong(HttpRequest<?> request) {
        if (!(request instanceof NettyHttpRequest<?> received)) {
            return Optional.empty();
        }
        return switch (received.getNativeRequest().decoderResult().cause()) {
            case TooLongHttpLineException line -> Optional.of(HttpStatus.REQUEST_URI_TOO_LONG);
            case TooLongHttpHeaderException headers -> Optional.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
            case null, default -> Optional.empty();
        };
    }

    private static Refusal missing(Argument<?> part) {
        String kind = WireNames.of(part.getFirstTypeVariable()
                .map(Argument::getType)
                .map(Class::getSimpleName)
                .orElse(part.getName()));
        return new Refusal.NotFound(kind + ".not_found", "There is no such " + kind.replace('_', ' ') + ".");
    }
}
