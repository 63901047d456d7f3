package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A personal token.
 *
 * @param token the token itself, in the answer that makes it and never again
 */
@View
public record PersonalTokenView(
        Id<PersonalToken> id,
        String label,
        List<Permission> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String token) {

    static PersonalTokenView of(PersonalToken token) {
        return of(token, null);
    }

    static PersonalTokenView of(PersonalToken token, @Nullable String text) {
        return new PersonalTokenView(
                token.id(),
                token.label(),
                PermissionEntryView.sorted(token.scopes()),
                token.createdAt(),
                token.expiresAt(),
                token.usedAt(),
                text);
    }
}
