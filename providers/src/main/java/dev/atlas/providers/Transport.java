package dev.atlas.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ProviderProblem.TimedOut.Wait;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries one call of LangChain4j, on the thread that asks. LangChain4j's own client knows neither pauses that a provider asks
 * for nor limits on what it sends, tells a stream that broke off from a whole one only sometimes, and writes into the log what
 * it cannot read.
 */
final class Transport implements HttpClient {

    /** An answer given at once, or all that a stream takes. */
    private static final int LONGEST_ANSWER = 16 << 20;

    /** After the last event, until the connection is free for the next call. */
    private static final Duration WIND_DOWN = Duration.ofSeconds(1);

    private static final String DONE = "[DONE]";

    private final Channel channel;
    private final Call call;
    private final Dialect dialect;
    private final Progress progress = new Progress();

    Transport(Channel channel, Call call) {
        this.channel = channel;
        this.call = call;
        this.dialect = Dialect.of(call.endpoint().kind());
    }

    Progress progress() {
        return progress;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<InputStream> answer = new Exchange(channel, call).answered(ours(request), true);
        byte[] body = whole(answer);
        JsonNode node = parsed(body);
        look(node);
        return SuccessfulHttpResponse.builder()
                .statusCode(answer.statusCode())
                .headers(answer.headers().map())
                .body(body)
                .build();
    }

    /** The body, as far as it is not far too long. */
    byte[] whole(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            call.breakingOffBy(() -> Exchange.close(body));
            byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
            call.throwIfEnded();
            if (bytes.length > LONGEST_ANSWER) {
                throw new ProviderFailure(new ProviderProblem.Unreadable());
            }
            return bytes;
        } catch (IOException e) {
            call.throwIfEnded();
            throw new ProviderFailure(new ProviderProblem.Broken());
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        call.await(Wait.FIRST_TOKEN, call.endpoint().limits().firstToken());
        HttpResponse<InputStream> answer = new Exchange(channel, call).answered(ours(request), true);
        try (InputStream body = answer.body()) {
            call.breakingOffBy(() -> Exchange.close(body));
            call.throwIfEnded();
            read(body, listener);
            throwUnless(progress.finishReason() != null);
        } catch (IOException e) {
            throwUnless(progress.hasEnded() && progress.finishReason() != null);
        }
        listener.onClose();
    }

    private void read(InputStream body, ServerSentEventListener listener) throws IOException {
        Lines lines = new Lines(body);
        StringBuilder data = new StringBuilder();
        for (String line = lines.next(); line != null; line = lines.next()) {
            goesOn();
            if (dialect.linesAreEvents()) {
                if (!line.isBlank()) {
                    event(line, listener);
                }
            } else if (line.startsWith("data:")) {
                append(data, line.substring("data:".length()).strip());
            } else if (line.isEmpty() && !data.isEmpty()) {
                event(data.toString(), listener);
                data.setLength(0);
            }
        }
        if (!data.isEmpty() && !progress.hasEnded() && data.indexOf(DONE) == 0) {
            event(DONE, listener);
        }
    }

    /** Also what says nothing keeps a stream alive that has begun; that it begins takes a word of the model. */
    private void goesOn() {
        call.throwIfEnded();
        if (progress.hasEnded()) {
            return;
        }
        if (progress.hasSpoken()) {
            call.await(Wait.NEXT_TOKEN, call.endpoint().limits().betweenTokens());
        }
    }

    private static void append(StringBuilder data, String part) {
        if (!data.isEmpty()) {
            data.append('\n');
        }
        if (data.length() + part.length() > Lines.LONGEST) {
            throw new ProviderFailure(new ProviderProblem.Unreadable());
        }
        data.append(part);
    }

    private void event(String data, ServerSentEventListener listener) {
        if (progress.hasEnded()) {
            return;
        }
        if (data.equals(DONE)) {
            progress.ended();
            call.await(Wait.END, WIND_DOWN);
            return;
        }
        JsonNode node = parsed(data);
        look(node);
        FleetingEvent event = new FleetingEvent(node.path("type").textValue(), dialect.completed(node, data, progress));
        call.awaitNothing();
        listener.onEvent(event, new ServerSentEventContext(new BreakingOff()));
        event.forget();
        if (progress.hasEnded()) {
            call.await(Wait.END, WIND_DOWN);
        }
        goesOn();
    }

    private static JsonNode parsed(String data) {
        try {
            return object(Exchange.JSON.readTree(data));
        } catch (JsonProcessingException e) {
            throw new ProviderFailure(new ProviderProblem.Unreadable());
        }
    }

    static JsonNode parsed(byte[] body) {
        try {
            return object(Exchange.JSON.readTree(body));
        } catch (IOException e) {
            throw new ProviderFailure(new ProviderProblem.Unreadable());
        }
    }

    private static JsonNode object(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new ProviderFailure(new ProviderProblem.Unreadable());
        }
        return node;
    }

    private void look(JsonNode node) {
        if (node.hasNonNull("error")) {
            throw new ProviderFailure(
                    Diagnosis.of(0, node, null, channel.clock().instant(), true));
        }
        dialect.look(node, progress);
        if (progress.hasRefusedContent()) {
            throw new ProviderFailure(new ProviderProblem.ContentRefused());
        }
    }

    /** A stream is whole if the model said why it stopped, and one that broke off if nothing was to come after that. */
    private void throwUnless(boolean whole) {
        if (!whole) {
            call.throwIfEnded();
            throw new ProviderFailure(new ProviderProblem.Broken());
        }
    }

    private java.net.http.HttpRequest ours(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = Requests.to(URI.create(request.url()));
        try {
            request.headers().forEach((name, values) -> values.forEach(value -> builder.setHeader(name, value)));
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(
                    new ProviderProblem.KeyRefused()); // of the headers, only the key is not Atlas' own
        }
        String body = request.body();
        return builder.method(
                        request.method().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    /** What LangChain4j is given to end a stream with; it is ended by its {@link Call} alone. */
    private final class BreakingOff implements ServerSentEventParsingHandle {

        @Override
        public void cancel() {
            call.end(new ProviderProblem.Cancelled());
        }

        @Override
        public boolean isCancelled() {
            return call.ended() != null;
        }
    }

    /** Gives LangChain4j this transport. The limits are those of the call. */
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public @Nullable Duration connectTimeout() {
                return call.endpoint().limits().connect();
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration timeout) {
                return this;
            }

            @Override
            public @Nullable Duration readTimeout() {
                return call.endpoint().limits().call();
            }

            @Override
            public HttpClientBuilder readTimeout(Duration timeout) {
                return this;
            }

            @Override
            public HttpClient build() {
                return Transport.this;
            }
        };
    }
}
