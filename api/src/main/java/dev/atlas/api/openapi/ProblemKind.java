package dev.atlas.api.openapi;

import java.util.function.Predicate;

/** The problems a route can answer with. */
enum ProblemKind {
    MALFORMED(
            400,
            "The request cannot be parsed, or a parameter or member is unknown or of the wrong type.",
            route -> true),
    NOT_SIGNED_IN(
            401,
            "Nobody is signed in, or what they sign in with is wrong, expired or revoked.",
            route -> !route.open() || route.writes()),
    NOT_ALLOWED(
            403,
            "The caller may know about it, and may not do it; or nothing proves who sends it.",
            route -> !route.open() || (route.writes() && route.namesThings())),
    NOT_FOUND(404, "It is not there, or the caller may not know that it is.", Route::namesThings),
    NOT_ACCEPTABLE(406, "None of the media types in Accept is offered.", route -> true),
    WRONG_STATE(
            409,
            "The present state forbids it: taken, archived, in use, an illegal move.",
            route -> ((route.writes() || route.throttled()) && !route.open()) || route.resumable()),
    STALE(412, "It was changed since the version in If-Match.", Route::conditional),
    TOO_LARGE(413, "The body is larger than 8 MB, or a file larger than 64 MB.", ProblemKind::takesBody),
    WRONG_TYPE(415, "The media type of the body is not one of those offered.", ProblemKind::takesBody),
    INVALID(
            422,
            "A value can never be accepted; errors says which and why.",
            route -> takesBody(route) || route.repeatable() || !route.queries().isEmpty()),
    TOO_MANY(
            429,
            "Too many attempts, or too much was asked of a provider; Retry-After says when to try again.",
            Route::throttled),
    UNAVAILABLE(
            503,
            "Storage is unavailable or takes no writes, or a provider does not answer; Retry-After says when to try again.",
            route -> true);

    private final int status;
    private final String description;
    private final Predicate<Route> possible;

    ProblemKind(int status, String description, Predicate<Route> possible) {
        this.status = status;
        this.description = description;
        this.possible = possible;
    }

    int status() {
        return status;
    }

    String description() {
        return description;
    }

    boolean possibleFor(Route route) {
        return possible.test(route);
    }

    boolean saysWhenToRetry() {
        return this == TOO_MANY || this == UNAVAILABLE;
    }

    private static boolean takesBody(Route route) {
        return route.body() != null;
    }
}
