package dev.atlas.providers;

import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ProviderProblem.TimedOut.Wait;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many calls to each provider go on at once. */
final class Places {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();
    private final Map<String, Integer> taken = new HashMap<>();

    /** Takes one for the call, waiting for it if need be, but not for long. */
    void enter(Call call) {
        ModelEndpoint endpoint = call.endpoint();
        call.breakingOffBy(this::wake);
        lock.lock();
        try {
            long nanos = endpoint.limits().connect().toNanos();
            while (taken.getOrDefault(endpoint.provider(), 0)
                    >= endpoint.limits().concurrentCalls()) {
                call.throwIfEnded();
                if (nanos <= 0) {
                    throw new ProviderFailure(new ProviderProblem.TimedOut(Wait.A_PLACE));
                }
                nanos = left.awaitNanos(nanos);
            }
            taken.merge(endpoint.provider(), 1, Integer::sum);
        } catch (InterruptedException e) {
            throw call.interrupted();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void leave(ModelEndpoint endpoint) {
        lock.lock();
        try {
            taken.computeIfPresent(endpoint.provider(), (provider, count) -> count == 1 ? null : count - 1);
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
