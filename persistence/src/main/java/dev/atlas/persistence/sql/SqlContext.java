package dev.atlas.persistence.sql;

import dev.atlas.persistence.EngineContext;
import dev.atlas.persistence.EngineLibraries;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** How the beans of an engine that speaks SQL are opened, once for each store. */
public final class SqlContext {

    private final EngineLibraries libraries;
    private final Map<String, Object> properties;

    /**
     * @param engine its name, as the beans of its adapter ask for it
     * @param dialect of Micronaut Data
     * @param otherAdapter how the name of the library begins that holds the other engine with SQL
     */
    public SqlContext(String engine, String dialect, String otherAdapter) {
        this.libraries = new EngineLibraries(
                otherAdapter,
                "atlas-adapters-mongo-",
                "micronaut-data-document-",
                "micronaut-data-mongodb-",
                "micronaut-mongo-",
                "micronaut-serde-");
        this.properties = Map.of(
                "atlas.engine",
                engine,
                "datasources.default.dialect",
                dialect,
                "datasources.default.allow-connection-per-operation",
                false);
    }

    public ApplicationContext open() {
        return EngineContext.open(libraries, properties);
    }
}
