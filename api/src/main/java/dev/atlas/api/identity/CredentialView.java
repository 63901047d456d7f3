package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.application.identity.OwnCredentials;
import dev.atlas.application.identity.SharedCredentials;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.UserCredential;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential at a provider. Its value is shown to nobody.
 *
 * @param readable false if it was encrypted with a key that this node does not have: set it anew
 */
@View
public record CredentialView(
        String provider, @Nullable String label, boolean readable, Instant createdAt, Instant updatedAt, long version) {

    static CredentialView of(OwnCredentials.Shown shown) {
        UserCredential credential = shown.credential();
        return new CredentialView(
                credential.provider().value(),
                credential.label(),
                shown.readable(),
                credential.createdAt(),
                credential.updatedAt(),
                credential.version());
    }

    static CredentialView of(SharedCredentials.Shown shown) {
        GlobalCredential credential = shown.credential();
        return new CredentialView(
                credential.provider().value(),
                credential.label(),
                shown.readable(),
                credential.createdAt(),
                credential.updatedAt(),
                credential.version());
    }
}
