package dev.atlas.application.identity;

import java.time.Duration;

/**
 * What a sign-in gives.
 *
 * @param access sent with every request
 * @param life how long the access token is good
 * @param refresh good once, for new tokens
 */
public record Tokens(String access, Duration life, String refresh) {

    /** Leaves the tokens out. */
    @Override
    public String toString() {
        return "Tokens[for " + life + "]";
    }
}
