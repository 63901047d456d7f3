package dev.atlas.api.completions;

import dev.atlas.api.http.Pieces;
import dev.atlas.api.http.Problem;
import dev.atlas.application.chat.Completion;
import dev.atlas.application.chat.Completions;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ToolRequest;
import io.micronaut.http.sse.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** An answer as OpenAI streams it, at the pace of whoever reads it. What it took is recorded also after the reader has gone. */
final class OpenAiStream {

    private static final String DONE = "[DONE]";

    private final Cancellation cancellation = new Cancellation();
    private final Pieces<Event<?>> pieces = new Pieces<>(cancellation::abandon);
    private final OpenAiChunk.Answer answer;
    private final boolean tellsUsage;
    private final CompletableFuture<@Nullable Void> beginning = new CompletableFuture<>();
    private final List<ToolRequest> tools = new ArrayList<>();

    private OpenAiStream(OpenAiChunk.Answer answer, boolean tellsUsage) {
        this.answer = answer;
        this.tellsUsage = tellsUsage;
    }

    /**
     * Waits until the answer begins.
     *
     * @param problems what a client is told of what goes wrong after that
     * @throws RuntimeException what went wrong before
     */
    static Flux<Event<?>> of(
            Completions.Begun begun,
            OpenAiChunk.Answer answer,
            boolean tellsUsage,
            Function<Throwable, Problem> problems) {
        OpenAiStream stream = new OpenAiStream(answer, tellsUsage);
        stream.pieces.last(Event.of(answer.of(OpenAiMessage.beginning(), null)));
        Thread.ofVirtual().name("atlas-completion").start(() -> stream.run(begun, problems));
        try {
            stream.beginning.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return stream.pieces.published();
    }

    private void run(Completions.Begun begun, Function<Throwable, Problem> problems) {
        try (pieces) {
            end(begun, problems);
        }
    }

    private void end(Completions.Begun begun, Function<Throwable, Problem> problems) {
        try {
            tell(begun.end(this::tell, cancellation));
        } catch (Pieces.ReaderGone e) {
            // what it took is recorded all the same
        } catch (RuntimeException e) {
            if (!beginning.completeExceptionally(e)) {
                Problem problem = problems.apply(e);
                pieces.last(Event.of(OpenAiFailure.of(problem.code(), problem.detail())));
            }
        }
    }

    private void tell(ModelEvent event) {
        beginning.complete(null);
        switch (event) {
            case ModelEvent.Text(String text) -> put(answer.of(OpenAiMessage.piece(text), null));
            case ModelEvent.ToolCalled(ToolRequest call) -> tools.add(call);
            case ModelEvent.ToolAnswered answered -> {} // clients of this interface call tools themselves
        }
    }

    private void tell(Completion completion) {
        ProviderProblem problem = completion.problem();
        ModelAnswer whole = completion.answer();
        if (problem != null || whole == null) {
            throw OpenAiRefusals.of(problem == null ? new ProviderProblem.Cancelled() : problem);
        }
        beginning.complete(null);
        if (!tools.isEmpty()) {
            put(answer.of(OpenAiMessage.tools(tools), null));
        }
        put(answer.of(OpenAiMessage.nothing(), OpenAiCompletion.reason(whole.finishReason())));
        if (tellsUsage) {
            put(answer.of(OpenAiUsage.of(completion.record().call().tokens())));
        }
        pieces.put(Event.of(DONE));
    }

    private void put(OpenAiChunk chunk) {
        pieces.put(Event.of(chunk));
    }
}
