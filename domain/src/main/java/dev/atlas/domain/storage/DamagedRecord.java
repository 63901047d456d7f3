package dev.atlas.domain.storage;

import org.jspecify.annotations.Nullable;

/**
 * A stored record holds what Atlas never writes: somebody else wrote it, or a disk broke. The message is one sentence for
 * operators that names the kind, the key and the column, and none of the record's values.
 */
public final class DamagedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Kind kind;
    private final transient @Nullable RecordKey key;
    private final String column;

    /**
     * @param key a key's {@linkplain RecordKey#raw value}, or null if it is the key that cannot be read
     * @param column the first of the record that cannot be read
     */
    public DamagedRecord(Kind kind, @Nullable Object key, String column, Throwable cause) {
        super("The record %s of %s is damaged: its %s cannot be read.".formatted(key, kind.name(), column), cause);
        this.kind = kind;
        this.key = key == null ? null : RecordKey.of(key);
        this.column = column;
    }

    public Kind kind() {
        return kind;
    }

    /** Null if it cannot be read. */
    public @Nullable RecordKey key() {
        return key;
    }

    /** The first that cannot be read; there may be more. */
    public String column() {
        return column;
    }
}
