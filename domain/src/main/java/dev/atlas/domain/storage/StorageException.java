package dev.atlas.domain.storage;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong in a store, sorted by what the caller may do next. Messages are for logs and operators; they hold no
 * data and no secret. After any of them the unit of work has ended, and no trace of it remains, except that of
 * {@link UnknownOutcome} which may have been committed.
 */
public abstract sealed class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** True if the write certainly did not take place, so that it may be sent again. */
    public final boolean certainlyNotCommitted() {
        return switch (this) {
            case NotFound e -> true;
            case Conflict e -> true;
            case Invalid e -> true;
            case Unavailable e -> true;
            case Full e -> true;
            case Fenced e -> true;
            case UnknownOutcome e -> false;
        };
    }

    /** What was to be changed is not there. */
    public static final class NotFound extends StorageException {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message, null);
        }
    }

    /** The state refuses it: a unique value is taken, a version is stale, a reference would dangle. Read again, then decide. */
    public static final class Conflict extends StorageException {

        private static final long serialVersionUID = 1L;

        /** The rule that is broken when a write was based on a version that is no longer the current one. */
        public static final String VERSION = "version";

        /** The rule that is broken when something points, or would point, at what is not there. */
        public static final String REFERENCE = "reference";

        private final String rule;

        public Conflict(String rule, @Nullable Throwable cause) {
            super("refused by the rule " + rule, cause);
            this.rule = rule;
        }

        /**
         * {@link #VERSION}, {@link #REFERENCE}, or the name of the unique index, the same on every engine; {@code KIND_KEY},
         * such as {@code users_id}, for a taken key. Where several rules are broken, it is any one of them.
         */
        public String rule() {
            return rule;
        }
    }

    /** The engine can never hold this value. */
    public static final class Invalid extends StorageException {
        private static final long serialVersionUID = 1L;

        public Invalid(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Nothing was written: the engine is busy, down, closed or read-only. Trying again later may help. */
    public static final class Unavailable extends StorageException {
        private static final long serialVersionUID = 1L;

        private final boolean closed;

        public Unavailable(String message, @Nullable Throwable cause) {
            this(message, cause, false);
        }

        private Unavailable(String message, @Nullable Throwable cause, boolean closed) {
            super(message, cause);
            this.closed = closed;
        }

        /** Of a store that was closed, here and for good. */
        public static Unavailable closed(@Nullable Throwable cause) {
            return new Unavailable("the store is closed", cause, true);
        }

        /** True if trying again in the same store never helps. */
        public boolean forGood() {
            return closed;
        }
    }

    /** Nothing was written: the engine has no space left. Trying again helps once somebody has made room. */
    public static final class Full extends StorageException {
        private static final long serialVersionUID = 1L;

        public Full(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The answer to a commit was lost. Only reading the store tells whether it took place. */
    public static final class UnknownOutcome extends StorageException {
        private static final long serialVersionUID = 1L;

        public UnknownOutcome(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** This store takes no writes (any more). */
    public static final class Fenced extends StorageException {
        private static final long serialVersionUID = 1L;

        public Fenced(String message) {
            super(message, null);
        }
    }
}
