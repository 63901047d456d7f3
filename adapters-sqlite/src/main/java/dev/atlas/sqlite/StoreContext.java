package dev.atlas.sqlite;

import dev.atlas.persistence.EngineContext;
import dev.atlas.persistence.EngineLibraries;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The beans of one open store. */
final class StoreContext {

    private static final EngineLibraries LIBRARIES = new EngineLibraries(
            "atlas-adapters-mongo-",
            "atlas-adapters-postgres-",
            "micronaut-data-document-",
            "micronaut-data-mongodb-",
            "micronaut-mongo-",
            "micronaut-serde-");

    private StoreContext() {}

    static ApplicationContext open() {
        return EngineContext.open(
                LIBRARIES,
                Map.of(
                        "atlas.engine",
                        "sqlite",
                        "datasources.default.dialect",
                        "ANSI",
                        "datasources.default.allow-connection-per-operation",
                        false));
    }
}
