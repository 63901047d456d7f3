package dev.atlas.application.tracking;

import dev.atlas.application.Change;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.ModelSpec;

/** A merge patch of a model. */
public record ModelChange(
        Change<String> name, Change<Json> architecture, Change<Long> parameters, Change<String> modelVersion) {

    ModelSpec of(ModelSpec current) {
        return new ModelSpec(
                name.from(current.name()),
                architecture.from(current.architecture()),
                parameters.from(current.parameters()),
                modelVersion.from(current.modelVersion()));
    }
}
