package dev.atlas.contract.servers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Makes a value at the first call and remembers it, or remembers why it could not be made: a server that does not start
 * fails every test at once instead of being tried again by each.
 *
 * @param <T> the type of the value
 */
final class Once<T> {
    private final FutureTask<T> task;

    Once(Supplier<T> maker) {
        this.task = new FutureTask<>(maker::get);
    }

    /**
     * Returns the value; concurrent callers wait for the one that makes it.
     *
     * @throws ServerException when the value could not be made, now or at an earlier call
     */
    T get() {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new ServerException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for a server", interruption);
        }
    }
}
