package dev.atlas.postgres;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Full;
import dev.atlas.domain.storage.StorageException.Invalid;
import dev.atlas.domain.storage.StorageException.Unavailable;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** The only place where an error of PostgreSQL becomes one of ours. The codes are those of its manual, appendix A. */
final class StoreErrors {

    /** Ours: see the function require_term. */
    private static final String ANOTHER_TERM = "AT001";

    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", ANOTHER_TERM);
    private static final String FAILED_BEFORE = "25P02";
    private static final String DENIED = "42501";
    private static final String UNIQUE = "23505";

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
                case SQLException failure -> {
                    return translate(failure);
                }
                default -> {}
            }
        }
        return error;
    }

    static StorageException translate(SQLException error) {
        SQLException root = root(error);
        String state = state(root);
        return switch (state) {
            case UNIQUE -> new Conflict(constraint(root), error);
            case "23503", "23001" -> new Conflict(Conflict.REFERENCE, error);
            case "21000", "23502", "23514", "54000" ->
                new Invalid("PostgreSQL cannot hold this value (" + state + ")", error);
            case "53100" -> new Full("the disk of the PostgreSQL server is full", error);
            case "40001", "40P01", ANOTHER_TERM ->
                new Unavailable("collided with other transactions again and again", error);
            default ->
                state.startsWith("22")
                        ? new Invalid("PostgreSQL cannot hold this value (" + state + ")", error)
                        : new Unavailable("PostgreSQL cannot do this now (" + state + ")", error);
        };
    }

    /** True if a value is there already that this unique constraint allows once. */
    static boolean breaks(SQLException error, String constraint) {
        SQLException root = root(error);
        return UNIQUE.equals(state(root)) && constraint(root).equals(constraint);
    }

    /** True if records break a unique index, a reference or a check. */
    static boolean breaksRule(SQLException error) {
        return state(root(error)).startsWith("23");
    }

    /** True if this user may not do that. */
    static boolean denied(SQLException error) {
        return DENIED.equals(state(root(error)));
    }

    /** What says that a unit met another one, and is worth running again. */
    static SQLException collision(SQLException cause) {
        return new PSQLException("met another transaction", PSQLState.SERIALIZATION_FAILURE, cause);
    }

    /** True if the unit failed only because of others that ran at the same time. */
    static boolean collided(StorageException error) {
        return error.getCause() instanceof SQLException cause && COLLISIONS.contains(state(root(cause)));
    }

    /** True if a commit was refused because a term began, or nearly did, after the transaction had begun. */
    static boolean ofAnotherTerm(SQLException error) {
        return ANOTHER_TERM.equals(state(root(error)));
    }

    /**
     * True if {@code error}, met at a commit, proves that nothing was committed: the server itself said so, and lived on.
     * A closed list; all else may have been committed.
     */
    static boolean certainlyNotCommitted(SQLException error) {
        ServerErrorMessage answer = error instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        String state = state(error);
        return FAILED_BEFORE.equals(state)
                || (answer != null
                        && "ERROR".equals(answer.getSeverity())
                        && (COLLISIONS.contains(state) || state.startsWith("23") || state.equals("57014")));
    }

    /** One sentence on why a store could not be opened. */
    static CannotOpen cannotOpen(DatabaseUrl url, SQLException error) {
        String state = state(error);
        String server = "PostgreSQL at " + url.server();
        String sentence =
                switch (state) {
                    case "28P01", "28000", "08004" -> server + " refuses the user or the password: correct ";
                    case "3D000" -> server + " has no database \"" + url.database() + "\": create it, or correct ";
                    case DENIED ->
                        server + " denies this user a right in \"" + url.database() + "\": grant it, or correct ";
                    case "53300" -> server + " takes no more connections: lower ATLAS_POSTGRES_POOL, or correct ";
                    case "57P03" -> server + " is starting or stopping: try again, or correct ";
                    default ->
                        state.startsWith("08")
                                ? server + " cannot be reached: start it, or correct the address or the parameters in "
                                : server + " answered with the error " + state + ": look into its log, or correct ";
                };
        return new CannotOpen(sentence + Backend.URL_SETTING + ".", error);
    }

    /** After a failure that the unit swallowed, the driver hands its cause on with the next. */
    private static SQLException root(SQLException error) {
        SQLException root = error;
        while (root.getCause() instanceof SQLException cause
                && (!(root instanceof PSQLException) || FAILED_BEFORE.equals(state(root)))) {
            root = cause;
        }
        return root;
    }

    private static String constraint(SQLException error) {
        ServerErrorMessage answer = error instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        String name = answer == null ? null : answer.getConstraint();
        return name == null ? "unknown" : name;
    }

    private static String state(SQLException error) {
        String state = error.getSQLState();
        return state == null ? "no code" : state;
    }
}
