package dev.atlas.api.operations;

import dev.atlas.application.Atlas;
import dev.atlas.application.Refusal;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether requests should be sent here. */
@Singleton
public final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BeanProvider<Atlas> atlas;
    private volatile boolean stopping;

    Readiness(BeanProvider<Atlas> atlas) {
        this.atlas = atlas;
    }

    /** From now on no more requests are to be sent here; those that come are answered as long as the listener is open. */
    public void stopping() {
        stopping = true;
    }

    /** True from when the service has begun to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Completes if the service is not stopping, its store answers a question that needs the schema, and the last write found
     * room in it. The lease of the node is renewed all the time, so that is soon noticed, and its end too.
     *
     * @return fails with {@link Refusal.NotYet} {@code health.stopping}, {@code health.storage_full} or {@code health.storage}
     */
    CompletableFuture<HealthView> check() {
        if (stopping) {
            return CompletableFuture.failedFuture(notYet("health.stopping", "Atlas is stopping."));
        }
        if (atlas.get().storage().full()) {
            return CompletableFuture.failedFuture(
                    notYet("health.storage_full", "The store has no space left: nothing can be written."));
        }
        return atlas.get()
                .foundation()
                .storage()
                .readAsync(from -> from.roles().find("admin").isPresent())
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((found, failure) -> {
                    if (failure != null) {
                        LOG.warn("The store does not answer", failure);
                        throw new CompletionException(
                                notYet("health.storage", "The store does not answer as it should."));
                    }
                    return HealthView.UP;
                });
    }

    private static Refusal notYet(String code, String message) {
        return new Refusal.NotYet(code, message, Duration.ofSeconds(1));
    }
}
