package dev.atlas.api.http;

import dev.atlas.application.idempotency.Idempotency;
import dev.atlas.application.idempotency.RepeatableRequest;
import dev.atlas.domain.idempotency.RecordedAnswer;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a {@code POST} that writes is answered. If the request came with an {@code Idempotency-Key}, it is done once, and each
 * repetition is answered with the same status, headers and bytes; the position is at least that of the first answer.
 */
public final class Once {

    /** The header, chosen by the client anew for each request. */
    public static final String HEADER = "Idempotency-Key";

    private final Idempotency idempotency;
    private final JsonMapper json;
    private final @Nullable RepeatableRequest request;

    Once(Idempotency idempotency, JsonMapper json, @Nullable RepeatableRequest request) {
        this.idempotency = idempotency;
        this.json = json;
        this.request = request;
    }

    /**
     * The answer to the request.
     *
     * @param useCase does it, in one unit of work on this thread
     * @param shown what the unit's outcome looks like, without its position; pure
     */
    public <R, V> HttpResponse<V> answer(Supplier<Committed<R>> useCase, Function<R, MutableHttpResponse<V>> shown) {
        if (request == null) {
            Committed<R> done = useCase.get();
            return Answers.at(done.position(), shown.apply(done.value()));
        }
        Committed<RecordedAnswer> done = idempotency.once(request, useCase, value -> recorded(shown.apply(value)));
        return Answers.at(done.position(), replayed(done.value()));
    }

    /** The request, for what finds its own repetitions again; absent if none will come. */
    public @Nullable RepeatableRequest request() {
        return request;
    }

    private RecordedAnswer recorded(MutableHttpResponse<?> answer) {
        return new RecordedAnswer(
                answer.status().getCode(),
                answer.getHeaders().get("Location"),
                answer.getHeaders().get("ETag"),
                answer.getBody().map(this::text).orElse(null));
    }

    private String text(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the bytes are those of a V, as the first answer showed it
    private static <V> MutableHttpResponse<V> replayed(RecordedAnswer answer) {
        MutableHttpResponse<Object> response = HttpResponse.status(Math.toIntExact(answer.status()), null);
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.etag() != null) {
            response.header("ETag", answer.etag());
        }
        if (answer.body() != null) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return (MutableHttpResponse<V>) (MutableHttpResponse<?>) response;
    }
}
