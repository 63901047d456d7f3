package dev.atlas.api.providers;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.OfferedModel;
import org.jspecify.annotations.Nullable;

/** A model that can be asked for. */
@View
public record OfferedModelView(
        String id, @Nullable String label, @Nullable Long contextTokens) {

    static OfferedModelView of(OfferedModel model) {
        return new OfferedModelView(model.id(), model.label(), model.contextTokens());
    }
}
