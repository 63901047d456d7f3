package dev.atlas.application.providers;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What asking models needs from outside.
 *
 * @param environment keys, addresses and defaults, as far as administrators have said nothing else
 * @param provider found when it is first needed
 */
public record ModelAccess(Map<String, String> environment, Supplier<ModelProvider> provider) {

    /** The one on the class path, for as long as the process runs. */
    private static final class Found {
        static final ModelProvider PROVIDER = ModelProvider.found();
    }

    public ModelAccess {
        environment = Map.copyOf(environment);
    }

    /** With the provider on the class path. */
    public static ModelAccess in(Map<String, String> environment) {
        return new ModelAccess(environment, () -> Found.PROVIDER);
    }
}
