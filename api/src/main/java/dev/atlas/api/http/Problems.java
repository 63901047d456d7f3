package dev.atlas.api.http;

import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.StorageException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only place where what went wrong becomes an answer. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration STORAGE_PAUSE = Duration.ofSeconds(1);

    private Problems() {}

    /** The answer to {@code request} for this error. What nobody foresaw is logged and answered without a word of it. */
    public static MutableHttpResponse<Problem> of(HttpRequest<?> request, Throwable error) {
        return switch (error) {
            case CompletionException wrapped when wrapped.getCause() != null -> of(request, wrapped.getCause());
            case InChat said -> inChat(of(request, Objects.requireNonNull(said.getCause())), said.session());
            case Refusal refusal -> refused(request, refusal);
            case BadRequest bad ->
                answer(
                        request,
                        HttpStatus.BAD_REQUEST,
                        "request.malformed",
                        "The request cannot be understood.",
                        bad.errors());
            case InvalidValue invalid ->
                answer(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "value.invalid",
                        "A value can never be accepted.",
                        List.of(new Problem.FieldError(invalid.field(), String.valueOf(invalid.getMessage()))));
            case StorageException storage -> storage(request, storage);
            case UnsatisfiedRouteException missing ->
                of(request, new BadRequest(name(missing.getArgument()), "is required"));
            case UncheckedIOException io
            when isTooLarge(io) ->
                answer(
                                request,
                                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                                "body.too_large",
                                "The body is larger than what is taken here.",
                                null)
                        .header("Connection", "close"); // it may be so large that nobody reads the rest of it
            case DamagedRecord damaged -> {
                LOG.error("Request {}: {}", RequestIds.of(request), damaged.getMessage(), damaged);
                yield retryAfter(
                        answer(
                                request,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "storage.damaged",
                                "A stored record of " + damaged.kind().name()
                                        + " is damaged; the log of the server says which, and what of it.",
                                null),
                        STORAGE_PAUSE);
            }
            default -> {
                LOG.error("Request {} failed", RequestIds.of(request), error);
                yield answer(
                        request, HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong in Atlas.", null);
            }
        };
    }

    private static MutableHttpResponse<Problem> inChat(MutableHttpResponse<Problem> answer, Id<ChatSession> session) {
        return answer.body(Objects.requireNonNull(answer.body()).in(session));
    }

    /** What a client calls this part of a request. */
    private static String name(Argument<?> part) {
        return part.getAnnotationMetadata().hasAnnotation(Body.class) ? "body" : WireNames.of(part.getName());
    }

    /** True if a body that is read as a stream turned out to be longer than the server takes. */
    private static boolean isTooLarge(Throwable error) {
        return error instanceof ContentLengthExceededException
                || (error.getCause() != null && isTooLarge(error.getCause()));
    }

    private static MutableHttpResponse<Problem> refused(HttpRequest<?> request, Refusal refusal) {
        HttpStatus status =
                switch (refusal) {
                    case Refusal.NotSignedIn no -> HttpStatus.UNAUTHORIZED;
                    case Refusal.NotAllowed no -> HttpStatus.FORBIDDEN;
                    case Refusal.NotFound no -> HttpStatus.NOT_FOUND;
                    // clients of OpenAI repeat what is answered 409
                    case Refusal.WrongState no -> asOpenAi(request) ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
                    case Refusal.Stale no -> HttpStatus.PRECONDITION_FAILED;
                    case Refusal.NotYet no -> HttpStatus.SERVICE_UNAVAILABLE;
                    case Refusal.TooMany no -> HttpStatus.TOO_MANY_REQUESTS;
                };
        MutableHttpResponse<Problem> answer =
                answer(request, status, refusal.code(), String.valueOf(refusal.getMessage()), null);
        return switch (refusal) {
            case Refusal.NotSignedIn no -> answer.header("WWW-Authenticate", "Bearer");
            case Refusal.NotYet notYet -> retryAfter(answer, notYet.pause());
            case Refusal.TooMany many -> retryAfter(answer, many.pause());
            default -> answer;
        };
    }

    private static MutableHttpResponse<Problem> storage(HttpRequest<?> request, StorageException error) {
        return switch (error) {
            case StorageException.NotFound e ->
                answer(request, HttpStatus.NOT_FOUND, "storage.not_found", "It is not there (any more).", null);
            case StorageException.Conflict e
            when e.rule().equals(StorageException.Conflict.VERSION) -> refused(request, new Refusal.Stale());
            case StorageException.Conflict e ->
                answer(
                        request,
                        HttpStatus.CONFLICT,
                        "storage.conflict",
                        "The state of the data does not allow it.",
                        null);
            case StorageException.Invalid e -> {
                LOG.warn("Request {}: storage refused a value", RequestIds.of(request), e);
                yield answer(
                        request, HttpStatus.UNPROCESSABLE_ENTITY, "value.invalid", "A value cannot be stored.", null);
            }
            case StorageException.Unavailable e ->
                unavailable(request, e, "storage.unavailable", "Storage is unavailable.");
            case StorageException.Full e ->
                unavailable(request, e, "storage.full", "Storage has no space left: nothing can be written.");
            case StorageException.Fenced e ->
                unavailable(request, e, "storage.fenced", "Storage takes no writes at the moment.");
            case StorageException.UnknownOutcome e ->
                unavailable(
                        request,
                        e,
                        "storage.unknown_outcome",
                        "It is not known whether this was stored; read it, or repeat it with the same Idempotency-Key.");
        };
    }

    private static MutableHttpResponse<Problem> unavailable(
            HttpRequest<?> request, StorageException error, String code, String detail) {
        LOG.warn("Request {}: {}: {}", RequestIds.of(request), code, error.getMessage());
        LOG.debug("Request {}: {}", RequestIds.of(request), code, error);
        return retryAfter(answer(request, HttpStatus.SERVICE_UNAVAILABLE, code, detail, null), STORAGE_PAUSE);
    }

    private static MutableHttpResponse<Problem> retryAfter(MutableHttpResponse<Problem> answer, Duration pause) {
        return answer.header(
                "Retry-After", Long.toString(Math.max(1, pause.plusMillis(999).toSeconds())));
    }

    /** A problem of this status. */
    public static MutableHttpResponse<Problem> answer(
            HttpRequest<?> request,
            HttpStatus status,
            String code,
            String detail,
            @Nullable List<Problem.FieldError> errors) {
        String id = RequestIds.of(request);
        return HttpResponse.<Problem>status(status)
                .contentType(Problem.MEDIA_TYPE)
                .header(RequestIds.HEADER, id)
                .body(new Problem(
                        "about:blank",
                        status.getReason(),
                        status.getCode(),
                        detail,
                        id,
                        code,
                        errors,
                        asOpenAi(request) ? asOpenAi(code, detail, errors) : null,
                        null));
    }

    /** True if a client of OpenAI's interface reads it. */
    private static boolean asOpenAi(HttpRequest<?> request) {
        return request.getPath().startsWith("/v1/");
    }

    private static Problem.OpenAiError asOpenAi(String code, String detail, @Nullable List<Problem.FieldError> errors) {
        String why = errors == null
                ? detail
                : errors.stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; "));
        return new Problem.OpenAiError(why, "invalid_request_error", code);
    }
}
