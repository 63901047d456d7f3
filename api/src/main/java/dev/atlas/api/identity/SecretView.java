package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.application.identity.SecretAdministration;
import dev.atlas.domain.identity.Secret;
import java.time.Instant;

/**
 * A secret. Its value is shown to nobody.
 *
 * @param readable false if it was encrypted with a key that this node does not have: set it anew
 */
@View
public record SecretView(String name, boolean readable, Instant createdAt, Instant updatedAt, long version) {

    static SecretView of(SecretAdministration.Shown shown) {
        Secret secret = shown.secret();
        return new SecretView(
                secret.name().value(), shown.readable(), secret.createdAt(), secret.updatedAt(), secret.version());
    }
}
