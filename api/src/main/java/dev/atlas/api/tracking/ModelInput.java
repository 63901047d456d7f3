package dev.atlas.api.tracking;

import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.tracking.ModelChange;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.ModelSpec;
import org.jspecify.annotations.Nullable;

/** The model an experiment trains, or a merge patch of it. */
public record ModelInput(
        @Nullable @Limits(max = 200) String name,
        @Nullable Json architecture,
        @Nullable @Limits(min = 0) Long parameters,
        @Nullable @Limits(max = 100) String version,
        Patch patch) {

    static ModelSpec spec(@Nullable ModelInput model) {
        return model == null
                ? ModelSpec.NONE
                : new ModelSpec(model.name, model.architecture, model.parameters, model.version);
    }

    static @Nullable ModelChange change(@Nullable ModelInput model) {
        if (model == null) {
            return null;
        }
        Patch patch = model.patch;
        return new ModelChange(
                patch.of("name", model.name),
                patch.of("architecture", model.architecture),
                patch.of("parameters", model.parameters),
                patch.of("version", model.version));
    }
}
