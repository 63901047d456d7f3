package dev.atlas.application.tracking;

import dev.atlas.application.Change;
import dev.atlas.domain.Json;

/** Changes of free objects that are themselves merge patches (RFC 7396). */
final class Patches {

    private Patches() {}

    /** The object after the change; clearing it leaves an empty one. */
    static Json.Obj apply(Change<Json.Obj> change, Json.Obj current) {
        return switch (change) {
            case Change.Kept<Json.Obj> kept -> current;
            case Change.To<Json.Obj> to -> {
                Json.Obj patch = to.value();
                yield patch == null ? Json.Obj.EMPTY : (Json.Obj) current.patchedWith(patch);
            }
        };
    }
}
