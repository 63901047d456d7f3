package dev.atlas.application.identity;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id for passwords, and bcrypt for those that came from elsewhere. Hashing is meant to be expensive, so it has its
 * own threads, one per core; more than a bounded number of waiting requests are refused.
 */
final class PasswordHashing {

    /** What a password turned out to be. */
    enum Verdict {
        WRONG,
        RIGHT,
        /** Right, and its hash is weaker than those made today: hash it again. */
        RIGHT_AND_OUTDATED
    }

    /** Argon2id with 19 MiB, 2 rounds, 1 lane. Source: decision on the sign-in throttle. */
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Nobody's: to check against it takes as long as against somebody's, and to make it at every start would take longer. */
    private static final String NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final String BCRYPT = "$2b$";
    private static final String ARGON2 = "$argon2id$";
    private static final int SALT_BYTES = 16;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 1024;
    private static final int WAITING = 1_000;
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final ThreadPoolExecutor threads;

    PasswordHashing() {
        int cores = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                cores,
                cores,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("atlas-passwords-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Throws {@link InvalidValue} naming {@code field} unless it has 8 to 1024 characters. Nothing is trimmed. */
    static void requireAcceptable(String field, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidValue(field, "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
    }

    /** The encoded hash of a new password. Throws {@link InvalidValue} naming {@code field} if it is not acceptable. */
    String hash(String field, String password) {
        requireAcceptable(field, password);
        return onOwnThread(() -> hashNow(password));
    }

    /**
     * Runs work that checks passwords on one of the threads kept for that and waits for it. What it decides on, such as
     * how often somebody failed, is read inside, so that only as many checks as there are threads can run ahead of it.
     */
    <R> R onOwnThread(Supplier<R> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (RejectedExecutionException e) {
            throw new Refusal.TooMany("sign_in.busy", "Too many people sign in at this moment.", BUSY);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Checks on the current thread; takes as long if there is no hash. */
    Verdict check(String password, @Nullable String hash) {
        if (password.length() > 2 * LONGEST) {
            return check("too long to be a password", null);
        } else if (hash != null && hash.startsWith(ARGON2)) {
            Argon2Function function = Argon2Function.getInstanceFromHash(hash);
            return !Password.check(password, hash).with(function)
                    ? Verdict.WRONG
                    : function.equals(ARGON2ID) ? Verdict.RIGHT : Verdict.RIGHT_AND_OUTDATED;
        } else if (hash != null && hash.startsWith(BCRYPT)) {
            boolean right = Password.check(password, hash).with(BcryptFunction.getInstanceFromHash(hash));
            return right ? Verdict.RIGHT_AND_OUTDATED : Verdict.WRONG;
        }
        Password.check(password, NOBODY).with(ARGON2ID);
        return Verdict.WRONG;
    }

    /** The encoded hash, made on the current thread. */
    String hashNow(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }
}
