package dev.atlas.mongo;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The Micronaut context of one open store: its row repositories and nothing of any other engine or of the service. */
final class StoreContext {

    private StoreContext() {}

    static ApplicationContext open(BackendSettings settings) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .banner(false)
                .singletons(settings)
                .properties(Map.of(
                        "atlas.engine",
                        "mongo",
                        "mongodb.uri",
                        settings.url().getConnectionString(),
                        "mongodb.uuid-representation",
                        "STANDARD"))
                .start();
    }
}
