package dev.atlas.api.http;

import dev.atlas.application.Caller;
import java.util.concurrent.CompletableFuture;

/** Says who a bearer token belongs to. Safe for many threads; never blocks. */
public interface Authenticator {

    /**
     * The caller, at this moment. Completes with {@link dev.atlas.application.Refusal.NotSignedIn} if the token is
     * unknown, expired or revoked, or its owner is not active.
     */
    CompletableFuture<Caller> authenticate(String token, Caller.Origin origin);
}
