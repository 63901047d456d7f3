package dev.atlas.api.http;

import dev.atlas.application.Atlas;
import dev.atlas.application.storage.ReadAfter;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Position;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Honours {@code Atlas-After}: the request of a signed-in caller waits until the store has come to the position it names,
 * so that whoever wrote through one node reads their write through any other.
 */
@Singleton
public final class AfterPosition {

    /** Names a position that an earlier write answered. */
    public static final String HEADER = "Atlas-After";

    private final BeanProvider<Atlas> atlas;

    AfterPosition(BeanProvider<Atlas> atlas) {
        this.atlas = atlas;
    }

    /** Completes with the request when its position is reached; at once if it names none. */
    CompletableFuture<HttpRequest<?>> await(HttpRequest<?> request) {
        String after = request.getHeaders().get(HEADER);
        if (after == null) {
            return CompletableFuture.completedFuture(request);
        }
        try {
            return new ReadAfter(atlas.get().foundation())
                    .reached(HEADER, Position.parse(HEADER, after.strip()))
                    .handle((reached, failure) -> {
                        if (failure != null) {
                            throw new CompletionException(malformed(failure));
                        }
                        return request;
                    });
        } catch (InvalidValue e) {
            return CompletableFuture.failedFuture(malformed(e));
        }
    }

    /** What is no position of this store's cannot be understood; all else stays what it is. */
    private static Throwable malformed(Throwable failure) {
        return failure instanceof InvalidValue invalid
                ? new BadRequest(invalid.field(), String.valueOf(invalid.getMessage()))
                : failure;
    }
}
