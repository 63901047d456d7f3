package dev.atlas.api;

import dev.atlas.api.http.Authenticator;
import dev.atlas.application.Atlas;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** What the HTTP kernel needs of the use cases. */
@Factory
final class AtlasBeans {

    @Singleton
    @Requires(beans = Atlas.class)
    Authenticator authenticator(Atlas atlas) {
        return atlas.identity().authentication()::authenticate;
    }
}
