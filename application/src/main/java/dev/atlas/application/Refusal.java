package dev.atlas.application;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused by a rule, sorted by what the caller can do about it. Nothing was changed. The code is stable
 * and dotted ({@code project.name_taken}); the message is for people and may be shown as it is.
 */
public abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public final String code() {
        return code;
    }

    /** Nobody is signed in, or what they sign in with is wrong, expired or revoked. */
    public static final class NotSignedIn extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotSignedIn(String code, String message) {
            super(code, message);
        }
    }

    /** The caller may know about it, and may not do it. */
    public static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotAllowed(String code, String message) {
            super(code, message);
        }
    }

    /** It is not there, or the caller may not know that it is. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotFound(String code, String message) {
            super(code, message);
        }
    }

    /** The present state forbids it: taken, archived, in use, an illegal move. */
    public static final class WrongState extends Refusal {
        private static final long serialVersionUID = 1L;

        public WrongState(String code, String message) {
            super(code, message);
        }
    }

    /** It was changed since the caller read it. */
    public static final class Stale extends Refusal {
        private static final long serialVersionUID = 1L;

        public Stale() {
            super("version.stale", "This was changed since you read it; read it again and repeat your change.");
        }

        /** Throws it unless the caller expects this version, or none in particular. */
        public static void unless(@Nullable Long expected, long version) {
            if (expected != null && expected != version) {
                throw new Stale();
            }
        }
    }

    /** It cannot be answered as asked at this moment; worth trying again after the pause. */
    public static final class NotYet extends Refusal {

        private static final long serialVersionUID = 1L;
        private final Duration pause;

        public NotYet(String code, String message, Duration pause) {
            super(code, message);
            this.pause = pause;
        }

        public Duration pause() {
            return pause;
        }
    }

    /** Too many attempts; worth trying again after the pause. */
    public static final class TooMany extends Refusal {

        private static final long serialVersionUID = 1L;
        private final Duration pause;

        public TooMany(String code, String message, Duration pause) {
            super(code, message);
            this.pause = pause;
        }

        public Duration pause() {
            return pause;
        }
    }
}
