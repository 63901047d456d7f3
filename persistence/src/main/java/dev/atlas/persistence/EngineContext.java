package dev.atlas.persistence;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The Micronaut context of one open store: its row repositories and nothing of any other engine or of the service. */
public final class EngineContext {

    private EngineContext() {}

    /**
     * @param libraries what the engine has of its own
     * @param beans what the beans of the engine stand on
     */
    public static ApplicationContext open(EngineLibraries libraries, Map<String, Object> properties, Object... beans) {
        return ApplicationContext.builder(libraries)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .banner(false)
                .singletons(beans)
                .properties(properties)
                .start();
    }
}
