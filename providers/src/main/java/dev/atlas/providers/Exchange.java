package dev.atlas.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until it is answered as asked, for as long as trying again can help: when there was no connection, when the
 * provider has too much to do, and when it failed before it said anything. Once an answer has begun nothing is repeated.
 */
record Exchange(Channel channel, Call call) {

    /** Reads what providers answer; a shared one, as it is dear to make. */
    static final ObjectMapper JSON = new ObjectMapper();

    /** Longer pauses are left to whoever asked. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final int LONGEST_ERROR = 64 << 10;

    /**
     * The answer, with a status of success; the caller closes its body.
     *
     * @param asked true if a model is asked, false if models are listed
     */
    HttpResponse<InputStream> answered(HttpRequest request, boolean asked) {
        for (int failures = 1; ; failures++) {
            ProviderProblem problem;
            boolean connected = false;
            try {
                HttpResponse<InputStream> answer = send(request);
                if (answer.statusCode() / 100 == 2) {
                    return answer;
                }
                connected = true;
                problem = problem(answer, asked);
            } catch (ProviderFailure e) {
                problem = e.problem();
            }
            Duration pause = pause(problem, connected, failures);
            if (pause == null) {
                throw new ProviderFailure(problem);
            }
            call.pause(pause);
        }
    }

    /** How long to wait before it is tried again; null if it is not. */
    private @Nullable Duration pause(ProviderProblem problem, boolean connected, int failures) {
        if (failures > call.endpoint().limits().retries() || call.ended() != null) {
            return null;
        }
        Duration usual = channel.backoff().after(failures);
        Duration pause =
                switch (problem) {
                    case ProviderProblem.Unreachable unreachable -> connected ? null : usual;
                    case ProviderProblem.Fault fault -> usual;
                    case ProviderProblem.RateLimited limited -> limited.pause() != null ? limited.pause() : usual;
                    default -> null;
                };
        return pause == null || pause.compareTo(LONGEST_PAUSE) > 0 || !call.hasTimeFor(pause) ? null : pause;
    }

    private ProviderProblem problem(HttpResponse<InputStream> answer, boolean asked) {
        String retryAfter = answer.headers().firstValue("Retry-After").orElse(null);
        return Diagnosis.of(
                answer.statusCode(), error(answer), retryAfter, channel.clock().instant(), asked);
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        call.throwIfEnded();
        CompletableFuture<HttpResponse<InputStream>> answer =
                channel.client(call.endpoint().limits().connect()).sendAsync(request, BodyHandlers.ofInputStream());
        call.breakingOffBy(() -> answer.cancel(true));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw call.interrupted();
        } catch (CancellationException e) {
            call.throwIfEnded();
            throw new ProviderFailure(new ProviderProblem.Broken());
        } catch (ExecutionException e) {
            call.throwIfEnded();
            boolean connected = !(e.getCause() instanceof ConnectException)
                    && !(e.getCause() instanceof HttpConnectTimeoutException);
            throw new ProviderFailure(connected ? new ProviderProblem.Broken() : new ProviderProblem.Unreachable());
        }
    }

    /** What came with an error, as far as it is JSON and not too long. */
    private JsonNode error(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            call.breakingOffBy(() -> close(body));
            return read(body.readNBytes(LONGEST_ERROR));
        } catch (IOException e) {
            call.throwIfEnded();
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(byte[] bytes) throws IOException {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It is of no use any more, whatever it says.
        }
    }
}
