package dev.atlas.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Every provider at once, on this machine: who is asked follows from the path. It says what it is told to say next, and after
 * that the same as usual; it keeps what it was asked.
 *
 * <p>Addresses: {@code /v1} speaks as OpenAI and Anthropic do (also {@code /openai/deployments/NAME} of Azure and OpenRouter's
 * {@code /v1/key}), {@code /v1beta} as Gemini does, and the address without a path as Ollama does.
 */
public final class ProviderServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private volatile Said usual = Said.text("Hello", ", ", "world.");
    private volatile List<String> models = List.of("model-b", "model-a");
    private volatile Function<Request, Reply> answers = this::usually;

    private ProviderServer(HttpServer server) {
        this.server = server;
    }

    /** On a free port of the loopback interface. */
    public static ProviderServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            ProviderServer server = new ProviderServer(http);
            http.createContext("/", server::answer);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, with this path. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What models say from now on. */
    public ProviderServer says(Said said) {
        usual = said;
        return this;
    }

    /** Which models there are from now on. */
    public ProviderServer offers(String... names) {
        models = List.of(names);
        return this;
    }

    /** What the next requests are answered, one by one, before it goes on as usual. */
    public ProviderServer next(Reply... replies) {
        next.addAll(List.of(replies));
        return this;
    }

    /** How every request is answered from now on. */
    public ProviderServer answering(Function<Request, Reply> all) {
        answers = all;
        return this;
    }

    /** What it was asked so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** How many answers are being written. */
    public int open() {
        return open.get();
    }

    private Reply usually(Request request) {
        Form form = request.form();
        if (request.method().equals("GET")) {
            return request.path().endsWith("/key")
                    ? Reply.json(200, "{\"data\":{\"label\":\"sk-or-v1-au7...890\",\"usage\":25,\"limit\":100}}")
                    : Reply.json(200, form.models(models));
        }
        return request.streams()
                ? Reply.stream(form, form.stream(usual, request.model()))
                : Reply.json(200, form.answer(usual, request.model()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        requests.add(request);
        Reply reply = next.poll();
        open.incrementAndGet();
        try {
            write(exchange, reply == null ? answers.apply(request) : reply);
        } finally {
            open.decrementAndGet();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getQuery() == null ? "" : uri.getQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        long length = reply.parts().stream()
                .mapToLong(part -> part.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        // Only what was to be longer can be cut: a connection that is closed ends an answer of no known length
        // properly.
        exchange.sendResponseHeaders(reply.status(), reply.ending() == Reply.Ending.CUT ? length + 1 : 0);
        OutputStream body = exchange.getResponseBody();
        for (String part : reply.parts()) {
            body.write(part.getBytes(StandardCharsets.UTF_8));
            body.flush();
        }
        switch (reply.ending()) {
            case WHOLE -> body.close();
            case CUT -> exchange.close();
            case SILENT -> {
                waited(Long.MAX_VALUE);
                exchange.close();
            }
            case PINGING -> {
                while (!waited(20)) {
                    body.write('\n');
                    body.flush();
                }
                exchange.close();
            }
        }
    }

    /** True once the server is closed; false after that many milliseconds. */
    private boolean waited(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
