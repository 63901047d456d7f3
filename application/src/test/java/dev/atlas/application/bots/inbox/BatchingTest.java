package dev.atlas.application.bots.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchingTest {

    private static final int ASKERS = 50;
    private static final int MOST = 8;

    private final Queue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void everybodyHasTheirOwnAnswerAndFewUnitsOfWorkAreNeeded() throws Exception {
        Batching<Integer, Integer> batching = new Batching<>(MOST, this::doubled);
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            answers.add(askers.submit(() -> batching.ask(0)));
            begun.await();
            for (int i = 1; i < ASKERS; i++) {
                int asked = i;
                answers.add(askers.submit(() -> batching.ask(asked)));
            }
            while (batching.waiting() < ASKERS - 1) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            for (int i = 0; i < ASKERS; i++) {
                assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(2 * i);
            }
        }
        assertThat(batches).hasSize(1 + (ASKERS - 1 + MOST - 1) / MOST).allMatch(batch -> batch.size() <= MOST);
        assertThat(batches.stream().flatMap(List::stream)).hasSize(ASKERS).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsIsThrownAtThoseWhoShareItAndNobodyElse() {
        goOn.countDown();
        Batching<Integer, Integer> batching = new Batching<>(MOST, this::doubled);
        assertThatThrownBy(() -> batching.ask(-1)).isInstanceOf(ArithmeticException.class);
        assertThat(batching.ask(4)).isEqualTo(8);
    }

    private List<Integer> doubled(List<Integer> asked) {
        batches.add(asked);
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (asked.contains(-1)) {
            throw new ArithmeticException("asked for");
        }
        return asked.stream().map(each -> 2 * each).toList();
    }
}
