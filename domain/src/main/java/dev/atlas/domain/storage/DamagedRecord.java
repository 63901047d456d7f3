package dev.atlas.domain.storage;

import org.jspecify.annotations.Nullable;

/**
 * A stored record holds what Atlas never writes: somebody else wrote it, or a disk broke. The message is one sentence for
 * operators that names the kind, the key and the column, and none of the record's values.
 */
public final class DamagedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param key as far as it can be read */
    public DamagedRecord(Kind kind, @Nullable Object key, String column, Throwable cause) {
        super("The record %s of %s is damaged: its %s cannot be read.".formatted(key, kind.name(), column), cause);
    }
}
