package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Full;
import dev.atlas.domain.storage.StorageException.Invalid;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.Table;
import dev.atlas.persistence.UniqueRule;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** The only place where an error of SQLite becomes one of ours. */
final class StoreErrors {

    private static final String UNIQUE = "UNIQUE constraint failed: ";
    private static final Map<String, String> RULES = rules();

    private StoreErrors() {}

    /** What {@code error} means, if it comes from the engine; otherwise it is returned as it is. */
    static RuntimeException translate(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StorageException ours -> {
                    return ours;
                }
                case OptimisticLockException stale -> {
                    return new Conflict(Conflict.VERSION, stale);
                }
                case SQLiteException failure -> {
                    return translate(failure);
                }
                default -> {}
            }
        }
        return error;
    }

    static StorageException translate(SQLiteException error) {
        return switch (error.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> new Conflict(rule(error), error);
            case SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_TRIGGER -> new Conflict(Conflict.REFERENCE, error);
            case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_NOTNULL, SQLITE_CONSTRAINT_DATATYPE, SQLITE_MISMATCH ->
                new Invalid("SQLite cannot hold this value", error);
            case SQLITE_TOOBIG -> new Invalid("the value is larger than SQLite can hold", error);
            case SQLITE_FULL -> new Full("the disk of the SQLite file is full", error);
            default -> new Unavailable("SQLite answered " + error.getResultCode(), error);
        };
    }

    /** What {@code error} means for units that are lost with a transaction. */
    static StorageException lost(String message, SQLException error) {
        return error instanceof SQLiteException failure && translate(failure) instanceof Full full
                ? full
                : new Unavailable(message, error);
    }

    private static String rule(SQLiteException error) {
        String message = String.valueOf(error.getMessage());
        int at = message.indexOf(UNIQUE);
        String columns = at < 0 ? "" : message.substring(at + UNIQUE.length()).replace(")", "");
        return RULES.getOrDefault(columns, columns);
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new HashMap<>();
        for (Class<? extends Record> row : StoredKinds.rows()) {
            MappedEntity entity = row.getAnnotation(MappedEntity.class);
            String key = Table.of(row).kind().key().name();
            rules.put(entity.value() + "." + key, entity.value() + "_" + key);
            for (UniqueRule rule : row.getAnnotationsByType(UniqueRule.class)) {
                rules.put(columns(entity.value(), rule), rule.name());
            }
        }
        return Map.copyOf(rules);
    }

    private static String columns(String kind, UniqueRule rule) {
        return Arrays.stream(rule.columns()).map(column -> kind + "." + column).collect(Collectors.joining(", "));
    }

    /** True if {@code error}, met at a commit, proves that nothing was committed. A closed list; all else may have been. */
    static boolean certainlyNotCommitted(@Nullable Throwable error) {
        return error instanceof SQLiteException failure
                && switch (failure.getResultCode()) {
                    case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_BUSY_TIMEOUT, SQLITE_LOCKED, SQLITE_FULL -> true;
                    case SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_READONLY -> true;
                    default -> false;
                };
    }
}
