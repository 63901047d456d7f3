package dev.atlas.api.http;

import java.util.List;
import java.util.Set;

/** The ways a route answers when all is well; {@link Answers} makes most of them. */
public enum Outcome {
    /** What was asked for, which has no version. */
    SHOWN(new Success(200, Set.of())),

    /** An entity with its version. */
    VERSIONED(new Success(200, Set.of(Header.ETAG))),

    /** An entity with its version, or nothing if the client has this version already. */
    FOUND(new Success(200, Set.of(Header.ETAG)), new Success(304, Set.of(Header.ETAG))),

    /** What was written, which has no version of its own. */
    WRITTEN(new Success(200, Set.of(Header.POSITION))),

    /** What a write made, and where it is. */
    CREATED(new Success(201, Set.of(Header.LOCATION, Header.ETAG, Header.POSITION))),

    /** What a write made, and where it is; or what was told without a write. */
    CREATED_OR_TOLD(
            new Success(200, Set.of()), new Success(201, Set.of(Header.LOCATION, Header.ETAG, Header.POSITION))),

    /** What was begun and goes on, and where is told how it stands. */
    ACCEPTED(new Success(202, Set.of(Header.LOCATION, Header.POSITION))),

    /** What a write left. */
    CHANGED(new Success(200, Set.of(Header.ETAG, Header.POSITION))),

    /** Made if it was not there, changed if it was. */
    PLACED(
            new Success(200, Set.of(Header.ETAG, Header.POSITION)),
            new Success(201, Set.of(Header.LOCATION, Header.ETAG, Header.POSITION))),

    /** Written, with nothing left to show. */
    DONE(new Success(204, Set.of(Header.POSITION)));

    /** A header that tells about an answer. */
    public enum Header {
        ETAG("ETag"),
        LOCATION("Location"),
        POSITION(Answers.POSITION);

        private final String wireName;

        Header(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** One such answer; 204 and 304 have no body. */
    public record Success(int status, Set<Header> headers) {

        public boolean hasBody() {
            return status != 204 && status != 304;
        }
    }

    private final List<Success> successes;

    Outcome(Success... successes) {
        this.successes = List.of(successes);
    }

    /** By ascending status. */
    public List<Success> successes() {
        return successes;
    }
}
