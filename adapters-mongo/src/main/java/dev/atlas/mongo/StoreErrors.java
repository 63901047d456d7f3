package dev.atlas.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Full;
import dev.atlas.domain.storage.StorageException.Invalid;
import dev.atlas.domain.storage.StorageException.Unavailable;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;

/** The only place where an error of MongoDB or its driver becomes one of ours. */
final class StoreErrors {

    private static final int DUPLICATE_KEY = 11_000;

    private static final int VALIDATION = 121;

    private static final int OUT_OF_DISK_SPACE = 14_031;

    /** TransactionTooLarge, BSONObjectTooLarge and its older number, key too long for an index. */
    private static final Set<Integer> TOO_LARGE = Set.of(257, 10_334, 17_419, 17_280);

    /** Unauthorized, WriteConflict, NoSuchTransaction, TransactionTooLarge, TransactionExceededLifetimeLimitSeconds. */
    private static final Set<Integer> NOT_COMMITTED = Set.of(13, 112, 251, 257, 290);

    /** CappedPositionLost, ChangeStreamFatalError, ChangeStreamHistoryLost. */
    private static final Set<Integer> HISTORY_LOST = Set.of(136, 280, 286);

    // Which index it is stands in the message only: "... collection: database.users index: users_username dup key ..."
    private static final Pattern DUPLICATE =
            Pattern.compile("collection: [^. ]+\\.(?<kind>\\S+) index: (?<index>\\S+)");

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
                case BsonMaximumSizeExceededException large -> {
                    return new Invalid("MongoDB cannot hold a document as large as this", large);
                }
                case MongoWriteException write -> {
                    return of(write.getCode(), write.getError().getMessage(), write);
                }
                case MongoBulkWriteException bulk
                when !bulk.getWriteErrors().isEmpty() -> {
                    var first = bulk.getWriteErrors().getFirst();
                    return of(first.getCode(), first.getMessage(), bulk);
                }
                case MongoException failure -> {
                    return of(failure.getCode(), String.valueOf(failure.getMessage()), failure);
                }
                default -> {}
            }
        }
        return error;
    }

    private static StorageException of(int code, String message, MongoException error) {
        if (code == DUPLICATE_KEY) {
            return new Conflict(rule(message), error);
        } else if (code == VALIDATION) {
            return new Invalid("the validator of the collection refuses this document", error);
        } else if (code == OUT_OF_DISK_SPACE) {
            return new Full("the disk of the MongoDB server is full", error);
        } else if (TOO_LARGE.contains(code)) {
            return new Invalid("MongoDB cannot hold a document or a unit of work as large as this", error);
        }
        return new Unavailable("MongoDB did not do it: " + error.getClass().getSimpleName() + " " + code, error);
    }

    private static String rule(String message) {
        Matcher duplicate = DUPLICATE.matcher(message);
        if (!duplicate.find()) {
            return "unique";
        }
        String index = duplicate.group("index");
        return index.equals("_id_") ? duplicate.group("kind") + Documents.ID : index;
    }

    /** True if MongoDB says that running the same transaction again may succeed. */
    static boolean mayRunAgain(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException failure) {
                return failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
            }
        }
        return false;
    }

    /**
     * True if a question in a transaction got no connection, because the driver took the server for gone for a moment. The
     * driver puts no label on that. Not to be asked about a commit, which it may have sent before.
     */
    static boolean foundNoConnection(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoConnectionPoolClearedException) {
                return true;
            }
        }
        return false;
    }

    /** True if the answer to a commit was lost, so that it may be sent again. */
    static boolean commitMayBeRepeated(MongoException error) {
        return error.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL);
    }

    /** True if {@code error}, the answer to a commit, proves that nothing was committed. A closed list; all else may have been. */
    static boolean certainlyNotCommitted(MongoException error) {
        return NOT_COMMITTED.contains(error.getCode());
    }

    /** True if a change stream cannot begin, or go on, where it was to: the oplog does not reach back that far. */
    static boolean historyLost(MongoException error) {
        return HISTORY_LOST.contains(error.getCode());
    }
}
