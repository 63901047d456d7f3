package dev.atlas.domain.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * The model an experiment trains.
 *
 * @param name at most 200 code points
 * @param architecture free: a word to some, an object to others
 * @param parameters how many weights it has, not negative
 * @param modelVersion at most 100 code points
 */
public record ModelSpec(
        @Nullable String name,
        @Nullable Json architecture,
        @Nullable Long parameters,
        @Nullable String modelVersion) {

    /** A model of which nothing is known: the same as none. */
    public static final ModelSpec NONE = new ModelSpec(null, null, null, null);

    public ModelSpec {
        name = Text.optional("model.name", name, 200);
        architecture = architecture instanceof Json.Null ? null : architecture;
        parameters = Numbers.notNegative("model.parameters", parameters);
        modelVersion = Text.optional("model.version", modelVersion, 100);
    }

    public static ModelSpec named(@Nullable String name) {
        return new ModelSpec(name, null, null, null);
    }
}
