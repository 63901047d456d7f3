package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.ModelSpec;
import org.jspecify.annotations.Nullable;

/** The model an experiment trains. */
@View
public record ModelView(
        @Nullable String name,
        @Nullable Json architecture,
        @Nullable Long parameters,
        @Nullable String version) {

    static @Nullable ModelView of(ModelSpec model) {
        return model.equals(ModelSpec.NONE)
                ? null
                : new ModelView(model.name(), model.architecture(), model.parameters(), model.modelVersion());
    }
}
