package dev.atlas.platforms.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and waits for its answer, on the thread that asks; interrupting that ends it. Nothing is repeated here. No exception
 * holds the address, in which there may be a token, nor what was answered. Safe for many threads.
 */
public final class PlatformHttp implements AutoCloseable {

    /** Reads and writes what goes to platforms and comes from them; a shared one, as it is dear to make. */
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST_ANSWER = 4 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;

    public PlatformHttp() {
        this(CONNECT);
    }

    PlatformHttp(Duration connect) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** For what is no plain request. */
    public HttpClient client() {
        return client;
    }

    /** HTTP/2 only where both sides agree on it in passing; asking for it in the clear confuses some servers. */
    public static HttpRequest.Builder to(URI address) {
        boolean clear = "http".equalsIgnoreCase(address.getScheme());
        return HttpRequest.newBuilder(address)
                .version(clear ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .setHeader("User-Agent", "atlas");
    }

    /**
     * The answer, whatever its status.
     *
     * @param atMost from the connection to the last byte
     * @throws PlatformFailure if there is none
     */
    public Answer send(HttpRequest request, Duration atMost) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = sent.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(null),
                    read(response.body()));
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new PlatformFailure(new PlatformProblem.Cancelled());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new PlatformFailure(new PlatformProblem.TimedOut());
        } catch (ExecutionException e) {
            throw new PlatformFailure(problem(e.getCause()));
        }
    }

    private static PlatformProblem problem(@Nullable Throwable cause) {
        boolean unconnected = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return unconnected ? new PlatformProblem.Unreachable() : new PlatformProblem.Fault();
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
