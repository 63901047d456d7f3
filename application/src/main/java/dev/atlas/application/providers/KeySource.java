package dev.atlas.application.providers;

/** Whose key is used at a provider; each counts before those below it. */
public enum KeySource {
    /** The caller's own credential. */
    OWN,
    /** The credential that everybody shares. */
    SHARED,
    /** The environment of the server. */
    ENVIRONMENT,
    /** Nobody's, and none is needed. */
    NOT_NEEDED
}
