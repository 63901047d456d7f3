package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.application.identity.Tokens;

/**
 * What a sign-in gives.
 *
 * @param expiresIn seconds until the access token expires
 */
@View
public record TokensView(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static TokensView of(Tokens tokens) {
        return new TokensView(tokens.access(), "Bearer", tokens.life().toSeconds(), tokens.refresh());
    }
}
