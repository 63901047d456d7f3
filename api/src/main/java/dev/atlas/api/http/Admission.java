package dev.atlas.api.http;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.Permission;
import io.micronaut.core.annotation.AnnotationMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Who is let through to a route, as its annotations say. Deny by default: a route that names neither a permission nor
 * {@link SignedIn} nor {@link Open} is refused to everybody (and fails the build).
 */
record Admission(
        boolean open,
        boolean openOnLoopback,
        boolean signedIn,
        @Nullable Permission permission) {

    static Admission of(AnnotationMetadata route) {
        return new Admission(
                route.hasAnnotation(Open.class),
                route.hasAnnotation(OpenOnLoopback.class),
                route.hasAnnotation(SignedIn.class),
                route.enumValue(Requires.class, Permission.class).orElse(null));
    }

    /** Throws {@link Refusal.NotAllowed} if this caller is not let through. */
    void admit(Caller caller) {
        if (permission != null) {
            caller.require(permission);
        } else if (!signedIn) {
            throw new Refusal.NotAllowed("route.closed", "This route is not open to anybody.");
        }
    }
}
