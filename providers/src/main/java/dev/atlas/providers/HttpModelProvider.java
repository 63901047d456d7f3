package dev.atlas.providers;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.FinishReason;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelProvider;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.OfferedModel;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ToolRequest;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All providers, over HTTP. */
public final class HttpModelProvider implements ModelProvider {

    private static final Logger LOG = LoggerFactory.getLogger(HttpModelProvider.class);

    private final Channel channel;

    public HttpModelProvider() {
        this(Backoff.USUAL);
    }

    HttpModelProvider(Backoff backoff) {
        this.channel = Channel.open(backoff);
    }

    @Override
    public List<OfferedModel> models(ModelEndpoint endpoint, Cancellation cancellation) {
        return in(endpoint, cancellation, call -> new ModelLists(channel, call).all());
    }

    @Override
    public void check(ModelEndpoint endpoint, Cancellation cancellation) {
        in(endpoint, cancellation, call -> {
            new ModelLists(channel, call).check();
            return endpoint;
        });
    }

    @Override
    public ModelAnswer complete(ModelEndpoint endpoint, ModelQuestion question, Cancellation cancellation) {
        ChatRequest request = request(question);
        return in(endpoint, cancellation, call -> {
            Transport transport = new Transport(channel, call);
            ChatResponse response =
                    Clients.model(endpoint, question, transport.builder()).chat(request);
            List<ToolRequest> calls = new ArrayList<>();
            for (ToolExecutionRequest wanted : response.aiMessage().toolExecutionRequests()) {
                calls.add(Reading.toolCall(wanted, calls.size()));
            }
            return answer(
                    Objects.requireNonNullElse(response.aiMessage().text(), ""),
                    calls,
                    transport.progress().finishReason(),
                    response);
        });
    }

    @Override
    public ModelAnswer stream(
            ModelEndpoint endpoint, ModelQuestion question, Consumer<ModelEvent> reader, Cancellation cancellation) {
        ChatRequest request = request(question);
        return in(endpoint, cancellation, call -> {
            Transport transport = new Transport(channel, call);
            Reading reading = new Reading(call, reader);
            try {
                Clients.streaming(endpoint, question, transport.builder()).chat(request, reading);
            } finally {
                reading.throwWhatTheReaderThrew();
            }
            ChatResponse whole = reading.whole();
            if (whole == null) {
                call.throwIfEnded();
                throw new ProviderFailure(new ProviderProblem.Broken());
            }
            return answer(
                    reading.text(), reading.toolCalls(), transport.progress().finishReason(), whole);
        });
    }

    /** A tool's schema may be more than LangChain4j can say. */
    private static ChatRequest request(ModelQuestion question) {
        try {
            return Questions.of(question);
        } catch (RuntimeException e) {
            LOG.warn("A question cannot be put: {}", e.getClass().getName());
            throw new ProviderFailure(new ProviderProblem.RequestRefused());
        }
    }

    private static ModelAnswer answer(
            String text, List<ToolRequest> calls, @Nullable FinishReason reason, ChatResponse response) {
        return new ModelAnswer(
                text,
                calls,
                reason == null ? FinishReason.OTHER : reason,
                Usage.of(response.metadata().tokenUsage()),
                response.metadata().modelName(),
                response.metadata().id());
    }

    /** Whatever goes wrong is told as a {@link ProviderFailure}, what the reader throws excepted. */
    private <R> R in(ModelEndpoint endpoint, Cancellation cancellation, Function<Call, R> work) {
        if (endpoint.kind().needsKey()
                && (endpoint.key() == null || endpoint.key().isBlank())) {
            throw new ProviderFailure(new ProviderProblem.KeyRefused());
        }
        try (Call call = new Call(endpoint, channel.timer(), cancellation)) {
            channel.places().enter(call);
            try {
                return work.apply(call);
            } catch (ReaderThrew e) {
                throw e.thrown();
            } catch (ProviderFailure e) {
                throw e;
            } catch (RuntimeException e) {
                call.throwIfEnded();
                // Its message may hold what the provider wrote.
                LOG.warn(
                        "An answer of {} cannot be read: {}",
                        endpoint,
                        e.getClass().getName());
                throw new ProviderFailure(new ProviderProblem.Unreadable());
            } finally {
                channel.places().leave(endpoint);
            }
        }
    }
}
