package dev.atlas.application.tools;

import dev.atlas.application.Caller;
import dev.atlas.application.providers.ToolOffer;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;

/**
 * Something a model may ask to be done. It goes through the same use cases as HTTP does, so what the caller may not see is
 * not there for the model either.
 *
 * @param name 1 to 64 lower-case letters, digits and underscores
 * @param category which skill of an agent it belongs to
 * @param description what it does, as the model reads it
 * @param arguments what it takes
 * @param permission what the caller must hold, beside {@link Permission#TOOLS_USE}
 * @param destructive true if it changes or removes what people made; then somebody must approve of each call
 * @param action waits; throws {@link dev.atlas.domain.InvalidValue} naming an argument, and what the use case refuses
 */
public record Tool(
        String name,
        String category,
        String description,
        Parameters arguments,
        Permission permission,
        boolean destructive,
        Action action) {

    /** What a tool does. */
    @FunctionalInterface
    public interface Action {
        Json run(Caller caller, ToolArguments arguments);
    }

    /** As a model is told of it. */
    public ToolOffer offer() {
        return new ToolOffer(name, description, arguments.schema());
    }

    /** True if the caller holds what it takes. */
    public boolean allowedTo(Caller caller) {
        return caller.may(Permission.TOOLS_USE) && caller.may(permission);
    }
}
