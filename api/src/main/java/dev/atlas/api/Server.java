package dev.atlas.api;

import dev.atlas.api.http.Authenticator;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.api.operations.Readiness;
import dev.atlas.application.Atlas;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP service over an {@link Atlas}. Closing it lets requests that run finish first, and leaves the Atlas open. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final ServerSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(ApplicationContext context, ServerSettings settings) {
        this.context = context;
        this.settings = settings;
        this.server = context.getBean(EmbeddedServer.class);
    }

    /** Listens when this returns. Throws {@link io.micronaut.runtime.exceptions.ApplicationStartupException} if it cannot. */
    public static Server start(Atlas atlas, ServerSettings settings) {
        Authenticator authenticator = atlas.identity().authentication()::authenticate;
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .singletons(atlas, authenticator, settings)
                .properties(Map.of("micronaut.server.host", settings.host(), "micronaut.server.port", settings.port()))
                .start();
        Server started = new Server(context, settings);
        started.server.start();
        return started;
    }

    /** Where it listens. */
    public URI uri() {
        return server.getURI();
    }

    /** Takes no new connection, and waits within the bound of the settings until every running request is answered. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            context.getBean(Readiness.class).stopping();
            drain();
            server.stop();
            context.close();
        }
    }

    private void drain() {
        if (!(server instanceof GracefulShutdownCapable listener)) {
            return;
        }
        try {
            listener.shutdownGracefully()
                    .toCompletableFuture()
                    .get(settings.stopTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Requests still ran after {}; they are broken off", settings.stopTimeout());
        } catch (ExecutionException e) {
            LOG.warn("The listener could not be closed in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
