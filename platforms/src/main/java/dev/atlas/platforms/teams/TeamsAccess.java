package dev.atlas.platforms.teams;

import java.net.URI;

/**
 * Where Teams is, and as which app it is spoken to.
 *
 * @param metadata says where the keys are with which Teams signs
 * @param tokens gives what Atlas shows when it speaks
 */
public record TeamsAccess(URI metadata, URI tokens, String appId, String password) {

    private static final URI METADATA = URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");
    private static final URI TOKENS =
            URI.create("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token");

    /** An app that any tenant may use. */
    public static TeamsAccess usual(String appId, String password) {
        return new TeamsAccess(METADATA, TOKENS, appId, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TeamsAccess[" + appId + "]";
    }
}
