package dev.atlas.providers;

import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ToolRequest;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the pieces of an answer to whoever asked, and puts them together. Throws nothing, as LangChain4j would log it. */
final class Reading implements StreamingChatResponseHandler {

    private static final int LONGEST_TEXT = 16 << 20;

    private final Call call;
    private final Consumer<ModelEvent> reader;
    private final StringBuilder text = new StringBuilder();
    private final List<ToolRequest> toolCalls = new ArrayList<>();
    private @Nullable RuntimeException thrown;
    private @Nullable Error died;
    private @Nullable ChatResponse whole;

    Reading(Call call, Consumer<ModelEvent> reader) {
        this.call = call;
        this.reader = reader;
    }

    @Override
    public void onPartialResponse(String piece) {
        text.append(piece);
        if (text.length() > LONGEST_TEXT) {
            call.end(new ProviderProblem.Unreadable());
        }
        tell(new ModelEvent.Text(piece));
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall complete) {
        ToolRequest called = toolCall(complete.toolExecutionRequest(), toolCalls.size());
        toolCalls.add(called);
        tell(new ModelEvent.ToolCalled(called));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole = response;
    }

    @Override
    public void onError(Throwable error) {
        call.end(new ProviderProblem.Unreadable());
    }

    private void tell(ModelEvent event) {
        if (call.ended() != null) {
            return;
        }
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            thrown = e;
            call.end(new ProviderProblem.Cancelled());
        } catch (Error e) {
            died = e;
            call.end(new ProviderProblem.Cancelled());
        }
    }

    /** What the reader threw goes on as it is. */
    void throwWhatTheReaderThrew() {
        if (died != null) {
            throw died;
        }
        if (thrown != null) {
            throw new ReaderThrew(thrown);
        }
    }

    String text() {
        return text.toString();
    }

    List<ToolRequest> toolCalls() {
        return toolCalls;
    }

    @Nullable
    ChatResponse whole() {
        return whole;
    }

    /** Gemini and Ollama give calls no ids; then they are numbered. */
    static ToolRequest toolCall(ToolExecutionRequest request, int number) {
        String id = request.id();
        return new ToolRequest(
                id == null || id.isBlank() ? "call_" + (number + 1) : id,
                request.name(),
                request.arguments() == null || request.arguments().isBlank() ? "{}" : request.arguments());
    }
}
