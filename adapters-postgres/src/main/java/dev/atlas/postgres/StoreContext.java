package dev.atlas.postgres;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The Micronaut context of one open store: its row repositories and nothing of any other engine or of the service. */
final class StoreContext {

    private StoreContext() {}

    static ApplicationContext open() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(Map.of(
                        "atlas.engine",
                        "postgres",
                        "datasources.default.dialect",
                        "POSTGRES",
                        "datasources.default.allow-connection-per-operation",
                        false))
                .start();
    }
}
