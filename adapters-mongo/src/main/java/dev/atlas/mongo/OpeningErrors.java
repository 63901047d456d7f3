package dev.atlas.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import dev.atlas.domain.storage.CannotOpen;
import java.util.function.Supplier;
import org.bson.Document;

/** What can be wrong with a server or a database at the start, as one sentence that names the setting. */
record OpeningErrors(BackendSettings settings) {

    private static final int UNAUTHORIZED = 13;
    private static final int DUPLICATE_KEY = 11_000;

    /** Runs the first command on a server. */
    <T> T connecting(Supplier<T> command) {
        try {
            return command.get();
        } catch (MongoSecurityException e) {
            throw refused(e);
        } catch (MongoException e) {
            throw new CannotOpen(
                    "No primary of the MongoDB at %s answers within %d ms: start it, or set %s to the one that runs."
                            .formatted(
                                    settings.shownUrl(),
                                    settings.selectionTimeout().toMillis(),
                                    BackendSettings.URL),
                    e);
        }
    }

    /** Runs commands that read and change the schema. */
    <T> T changing(Supplier<T> commands) {
        try {
            return commands.get();
        } catch (MongoException e) {
            throw switch (e.getCode()) {
                case UNAUTHORIZED -> refused(e);
                case DUPLICATE_KEY ->
                    new CannotOpen(
                            ("A unique index of the MongoDB database %s cannot be made because its data break the rule:"
                                            + " repair them, or set %s to another database.")
                                    .formatted(settings.shownUrl(), BackendSettings.URL),
                            e);
                default ->
                    new CannotOpen(
                            ("The schema of the MongoDB database %s could not be brought up to date (error %d):"
                                            + " set %s to a database that Atlas may change.")
                                    .formatted(settings.shownUrl(), e.getCode(), BackendSettings.URL),
                            e);
            };
        }
    }

    private CannotOpen refused(MongoException cause) {
        return new CannotOpen(
                ("The MongoDB at %s refuses the user or the password:"
                                + " set %s to those of a user who may read and write there.")
                        .formatted(settings.shownUrl(), BackendSettings.URL),
                cause);
    }

    /** @param hello the server's answer to the command {@code hello} */
    void mustDoTransactions(Document hello) {
        if (!hello.containsKey("setName") && !"isdbgrid".equals(hello.get("msg"))) {
            throw new CannotOpen(("The MongoDB at %s is a stand-alone server without transactions:"
                            + " start it as a replica set (one member will do), or set %s to one.")
                    .formatted(settings.shownUrl(), BackendSettings.URL));
        }
    }
}
