package dev.atlas.api;

import dev.atlas.api.http.Authenticator;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Map;

/** The HTTP service over an {@link Atlas}. Closing it lets requests that run finish first, and leaves the Atlas open. */
public final class Server implements AutoCloseable {

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Server(ApplicationContext context) {
        this.context = context;
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
        Server started = new Server(context);
        started.server.start();
        return started;
    }

    /** Where it listens. */
    public URI uri() {
        return server.getURI();
    }

    @Override
    public void close() {
        server.stop();
        context.close();
    }
}
