package dev.atlas.domain.storage;

import dev.atlas.domain.Words;
import dev.atlas.domain.storage.StorageException.Fenced;
import java.util.Locale;

/**
 * What a store is for a time among those that hold the same data. It is kept in the store and read, in the same
 * transaction, by every write: one that began in another term than the store is in by then writes nothing.
 *
 * @param epoch raised with every switch of the primary, the same in all stores that take part; 0 in one that never did
 */
public record Term(long epoch, Role role) {

    /** The term of a store without a history. */
    public static final Term FIRST = new Term(0, Role.PRIMARY);

    /** What a store is in a term. */
    public enum Role {
        /** Takes everybody's writes. Of all stores that hold the same data one at most is in this role. */
        PRIMARY,
        /** Takes what its primary holds, from the one who mirrors. */
        MIRROR,
        /** Was a mirror and is none any more: holds what its primary held at some time. Takes no writes. */
        DETACHED,
        /** Was the primary, and is so again unless its mirror takes over. Takes no writes. */
        FENCED;

        /** True if a store in this role takes writes at all. */
        public boolean takesWrites() {
            return this == PRIMARY || this == MIRROR;
        }

        /** The word for it that stores keep and people read. */
        public String word() {
            return Words.of(this);
        }

        /** Reads {@link #word()}. Throws {@link IllegalArgumentException} for anything else. */
        public static Role of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Term {
        if (epoch < 0) {
            throw new IllegalArgumentException("an epoch cannot be " + epoch);
        }
    }

    /** The term of the same epoch in another role. */
    public Term in(Role other) {
        return new Term(epoch, other);
    }

    /** Throws {@link Fenced} if nobody writes in this term. */
    public void requireWrites() {
        if (!role.takesWrites()) {
            throw new Fenced("a store takes no writes in " + this);
        }
    }

    /** Throws {@link Fenced} unless it is in this term that a store is. */
    public void requireStill(Term present) {
        if (!equals(present)) {
            throw new Fenced("begun in " + this + ", but the store is in " + present);
        }
    }

    /** Throws {@link IllegalArgumentException} if {@code next} cannot come after this one. */
    public void requireNotAfter(Term next) {
        if (next.epoch < epoch) {
            throw new IllegalArgumentException(next + " cannot follow " + this);
        }
    }

    @Override
    public String toString() {
        return "epoch " + epoch + " as " + role.word();
    }
}
