package dev.atlas.application.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the same thing several times at once. */
final class Together {

    private Together() {}

    /** What each came to, in their order; the first failure is thrown. */
    static <R> List<R> run(int count, IntFunction<R> act) {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return act.apply(number);
                }));
            }
            return running.stream().map(Node::await).toList();
        }
    }
}
