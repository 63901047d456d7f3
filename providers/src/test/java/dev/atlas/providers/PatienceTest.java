package dev.atlas.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem.TimedOut;
import dev.atlas.application.providers.ProviderProblem.TimedOut.Wait;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.wire.Form;
import dev.atlas.wire.ProviderServer;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing takes longer than it may, and who does not want an answer any more gets rid of it at once. */
class PatienceTest {

    private static ProviderLimits limits(int firstToken, int betweenTokens, int call) {
        return new ProviderLimits(1, firstToken, betweenTokens, call, 0, 1000);
    }

    @ParameterizedTest
    @EnumSource
    void waitsForEachTokenOnlySoLong(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            Form form = Asking.form(kind);
            Reply said = Reply.stream(form, form.stream(Said.text("one ", "two ", "three"), Asking.MODEL));
            int spoken = kind == ProviderKind.ANTHROPIC ? 4 : kind == ProviderKind.GEMINI ? 1 : 2;

            server.next(said.after(0, Ending.SILENT));
            assertThat(Asking.stream(Asking.endpoint(server, kind, limits(1, 20, 30)))
                            .problem())
                    .isEqualTo(new TimedOut(Wait.FIRST_TOKEN));
            server.next(said.after(spoken, Ending.SILENT));
            Asking.Streamed slow = Asking.stream(Asking.endpoint(server, kind, limits(20, 1, 30)));
            assertThat(slow.problem()).isEqualTo(new TimedOut(Wait.NEXT_TOKEN));
            assertThat(slow.text()).startsWith("one ");
            server.next(said.after(spoken, Ending.PINGING));
            assertThat(Asking.stream(Asking.endpoint(server, kind, limits(20, 20, 1)))
                            .problem())
                    .isEqualTo(new TimedOut(Wait.END));
        }
    }

    @Test
    void waitsForAWholeAnswerOnlySoLong() {
        try (ProviderServer server = ProviderServer.start()) {
            server.next(Reply.json(200, "{").ending(Ending.SILENT));

            assertThatThrownBy(() -> Asking.complete(Asking.endpoint(server, ProviderKind.OPENAI, limits(20, 20, 1))))
                    .isInstanceOfSatisfying(ProviderFailure.class, failure -> assertThat(failure.problem())
                            .isEqualTo(new TimedOut(Wait.END)));
        }
    }

    /** The provider sees the connection go, so that it stops, too. */
    @ParameterizedTest
    @EnumSource
    void cancelsACallThatIsGoingOn(ProviderKind kind) throws Exception {
        try (ProviderServer server = ProviderServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Form form = Asking.form(kind);
            server.next(Reply.stream(form, form.stream(Said.text("one ", "two ", "three"), Asking.MODEL))
                    .after(kind == ProviderKind.ANTHROPIC ? 4 : 2, Ending.PINGING));
            Cancellation cancellation = new Cancellation();
            CountDownLatch spoken = new CountDownLatch(1);
            Future<ModelAnswer> answer = threads.submit(() -> Asking.PROVIDER.stream(
                    Asking.endpoint(server, kind), Asking.question(), event -> spoken.countDown(), cancellation));

            assertThat(spoken.await(20, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();

            assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ProviderFailure.class)
                    .cause()
                    .hasMessageContaining("provider.cancelled");
            while (server.open() > 0) {
                Thread.onSpinWait(); // the test's own time limit ends it
            }
        }
    }

    @Test
    void asksNothingThatWasCancelledBefore() {
        try (ProviderServer server = ProviderServer.start()) {
            Cancellation cancellation = new Cancellation();
            cancellation.cancel();

            assertThatThrownBy(() -> Asking.PROVIDER.complete(
                            Asking.endpoint(server, ProviderKind.OPENAI), Asking.question(), cancellation))
                    .hasMessageContaining("provider.cancelled");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void endsACallWhoseReaderFails() {
        try (ProviderServer server = ProviderServer.start()) {
            RuntimeException gone = new IllegalStateException("the reader has gone");

            assertThatThrownBy(() -> Asking.PROVIDER.stream(
                            Asking.endpoint(server, ProviderKind.OPENAI),
                            Asking.question(),
                            event -> {
                                throw gone;
                            },
                            new Cancellation()))
                    .isSameAs(gone);
        }
    }

    /** A provider is not blamed for a reader that takes its time. */
    @Test
    void waitsForASlowReader() {
        try (ProviderServer server = ProviderServer.start()) {
            CountDownLatch never = new CountDownLatch(1);
            AtomicInteger pieces = new AtomicInteger();

            ModelAnswer answer = Asking.PROVIDER.stream(
                    Asking.endpoint(server, ProviderKind.OPENAI, limits(20, 1, 30)),
                    Asking.question(),
                    event -> {
                        if (pieces.getAndIncrement() == 0) {
                            try {
                                assertThat(never.await(1500, TimeUnit.MILLISECONDS))
                                        .isFalse();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    },
                    new Cancellation());

            assertThat(answer.text()).isEqualTo("Hello, world.");
        }
    }

    @Test
    void asksOnlySoMuchAtOnce() throws Exception {
        try (ProviderServer server = ProviderServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ModelEndpoint endpoint =
                    Asking.endpoint(server, ProviderKind.OPENAI, new ProviderLimits(1, 20, 20, 30, 0, 1));
            CountDownLatch spoken = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<ModelAnswer> first = threads.submit(() -> Asking.PROVIDER.stream(
                    endpoint,
                    Asking.question(),
                    event -> {
                        spoken.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    new Cancellation()));
            assertThat(spoken.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(Asking.stream(endpoint).problem()).isEqualTo(new TimedOut(Wait.A_PLACE));
            goOn.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).text()).isEqualTo("Hello, world.");
            assertThat(Asking.stream(endpoint).problem()).isNull();
        }
    }

    /** Two hundred long answers at once, all of them held up in the middle, cost what their texts cost and little more. */
    @Test
    void holdsTwoHundredStreamsInLittleMemory() throws Exception {
        int streams = 200;
        int pieces = 2000;
        List<String> words = Collections.nCopies(pieces, "word ");
        try (ProviderServer server = ProviderServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.says(new Said(words, null, "stop", 1, pieces, 0));
            ModelEndpoint endpoint =
                    Asking.endpoint(server, ProviderKind.OPENAI, new ProviderLimits(10, 60, 60, 120, 0, 1000));
            assertThat(Asking.stream(endpoint).problem()).isNull();
            long before = used();
            CountDownLatch held = new CountDownLatch(streams);
            CountDownLatch goOn = new CountDownLatch(1);
            List<Future<ModelAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                AtomicInteger seen = new AtomicInteger();
                answers.add(threads.submit(() -> Asking.PROVIDER.stream(
                        endpoint,
                        Asking.question(),
                        (ModelEvent event) -> {
                            if (seen.incrementAndGet() == pieces - 10) {
                                held.countDown();
                                try {
                                    goOn.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                        },
                        new Cancellation())));
            }
            assertThat(held.await(100, TimeUnit.SECONDS)).isTrue();
            long taken = used() - before;
            goOn.countDown();
            for (Future<ModelAnswer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).text()).hasSize(5 * pieces);
            }
            System.out.println("200 streams hold " + (taken >> 10) + " KiB");
            assertThat(taken).as("bytes held by 200 streams").isLessThan(200L << 20);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
