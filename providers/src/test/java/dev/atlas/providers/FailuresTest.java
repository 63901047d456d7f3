package dev.atlas.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.wire.Form;
import dev.atlas.wire.ProviderServer;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Each cause is one kind of problem, and nothing of what the provider wrote is passed on. */
class FailuresTest {

    private static final String RAW = "raw words of the provider about " + Asking.KEY;

    /** Errors as the providers' documentation shows them. */
    static Stream<Arguments> errors() {
        ProviderProblem key = new ProviderProblem.KeyRefused();
        ProviderProblem quota = new ProviderProblem.QuotaExhausted();
        ProviderProblem tooLong = new ProviderProblem.ContextTooLong();
        ProviderProblem model = new ProviderProblem.ModelUnknown();
        ProviderProblem content = new ProviderProblem.ContentRefused();
        ProviderProblem request = new ProviderProblem.RequestRefused();
        ProviderProblem fault = new ProviderProblem.Fault();
        return Stream.of(
                Arguments.of(ProviderKind.OPENAI, 401, "invalid_api_key", RAW, key),
                Arguments.of(ProviderKind.OPENAI, 403, "unsupported_country_region_territory", RAW, key),
                Arguments.of(ProviderKind.OPENAI, 404, "model_not_found", RAW, model),
                Arguments.of(ProviderKind.OPENAI, 429, "insufficient_quota", RAW, quota),
                Arguments.of(ProviderKind.OPENAI, 400, "context_length_exceeded", RAW, tooLong),
                Arguments.of(ProviderKind.OPENAI, 400, "content_policy_violation", RAW, content),
                Arguments.of(ProviderKind.OPENAI, 400, "unsupported_parameter", RAW, request),
                Arguments.of(ProviderKind.OPENAI, 500, "server_error", RAW, fault),
                Arguments.of(ProviderKind.AZURE_OPENAI, 404, "DeploymentNotFound", RAW, model),
                Arguments.of(ProviderKind.AZURE_OPENAI, 400, "content_filter", RAW, content),
                Arguments.of(ProviderKind.OPENROUTER, 402, "402", RAW, quota),
                Arguments.of(
                        ProviderKind.OPENROUTER, 403, "403", "Your input was flagged, moderation is required", content),
                Arguments.of(ProviderKind.OPENROUTER, 400, "400", "x/y is not a valid model ID", model),
                Arguments.of(ProviderKind.OPENROUTER, 502, "502", RAW, fault),
                Arguments.of(ProviderKind.ANTHROPIC, 401, "authentication_error", RAW, key),
                Arguments.of(ProviderKind.ANTHROPIC, 404, "not_found_error", RAW, model),
                Arguments.of(ProviderKind.ANTHROPIC, 413, "request_too_large", RAW, tooLong),
                Arguments.of(
                        ProviderKind.ANTHROPIC,
                        400,
                        "invalid_request_error",
                        "prompt is too long: 208310 tokens > 200000 maximum",
                        tooLong),
                Arguments.of(
                        ProviderKind.ANTHROPIC,
                        400,
                        "invalid_request_error",
                        "Your credit balance is too low to access the Anthropic API.",
                        quota),
                Arguments.of(ProviderKind.ANTHROPIC, 529, "overloaded_error", RAW, fault),
                Arguments.of(ProviderKind.GEMINI, 400, "API_KEY_INVALID", RAW, key),
                Arguments.of(
                        ProviderKind.GEMINI,
                        400,
                        "INVALID_ARGUMENT",
                        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
                        tooLong),
                Arguments.of(ProviderKind.GEMINI, 404, "NOT_FOUND", RAW, model),
                Arguments.of(ProviderKind.GEMINI, 503, "UNAVAILABLE", RAW, fault),
                Arguments.of(ProviderKind.OLLAMA, 404, "", "model \"m\" not found, try pulling it first", model),
                Arguments.of(ProviderKind.OLLAMA, 400, "", "m does not support tools", request),
                Arguments.of(ProviderKind.OLLAMA, 500, "", RAW, fault));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void findsTheCause(ProviderKind kind, int status, String code, String message, ProviderProblem expected) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (ProviderServer server = ProviderServer.start()) {
            Form form = Asking.form(kind);
            server.answering(asked -> Reply.error(form, status, code, message));
            ModelEndpoint endpoint = Asking.endpoint(server, kind);

            assertThat(Asking.stream(endpoint).problem()).isEqualTo(expected);
            assertThatThrownBy(() -> Asking.complete(endpoint))
                    .isInstanceOfSatisfying(ProviderFailure.class, failure -> {
                        assertThat(failure.problem()).isEqualTo(expected);
                        assertThat(failure).hasNoCause();
                        assertThat(String.valueOf(failure.getMessage())).doesNotContain(message, Asking.KEY);
                        assertThat(failure.problem().refusal().code()).startsWith("provider.");
                    });
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(Asking.KEY) || line.contains(message));
    }

    @ParameterizedTest
    @EnumSource
    void triesAgainWhenTheProviderFailedOrHasTooMuchToDo(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            Form form = Asking.form(kind);
            server.next(
                    Reply.error(form, 503, "overloaded", RAW),
                    Reply.error(form, 429, "rate_limit_exceeded", RAW).with("Retry-After", "0"));

            assertThat(Asking.complete(Asking.endpoint(server, kind)).text()).isEqualTo("Hello, world.");
            assertThat(server.requests()).hasSize(3);

            server.next(Reply.error(form, 500, "internal", RAW));
            assertThat(Asking.stream(Asking.endpoint(server, kind)).text()).isEqualTo("Hello, world.");
        }
    }

    @Test
    void triesNoMoreOftenThanItMay() {
        try (ProviderServer server = ProviderServer.start()) {
            server.answering(asked -> Reply.error(asked.form(), 503, "overloaded", RAW));

            assertThat(Asking.stream(Asking.endpoint(server, ProviderKind.OPENAI))
                            .problem())
                    .isEqualTo(new ProviderProblem.Fault());
            assertThat(server.requests()).hasSize(3);
        }
    }

    /** What is to be waited for too long is left to whoever asked. */
    @Test
    void saysWhenToComeBack() {
        try (ProviderServer server = ProviderServer.start()) {
            server.next(Reply.error(Asking.form(ProviderKind.OPENAI), 429, "rate_limit_exceeded", RAW)
                    .with("Retry-After", "120"));
            server.next(Reply.json(429, """
                    {"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED","details":[
                    {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.07s"}]}}"""));

            assertThat(Asking.stream(Asking.endpoint(server, ProviderKind.OPENAI))
                            .problem())
                    .isEqualTo(new ProviderProblem.RateLimited(Duration.ofMinutes(2)));
            assertThat(Asking.stream(Asking.endpoint(server, ProviderKind.GEMINI))
                            .problem())
                    .isEqualTo(new ProviderProblem.RateLimited(Duration.ofSeconds(35)));
            assertThat(server.requests()).hasSize(2);
        }
    }

    /** Wherever a stream is cut, what came is told, and what is not whole is not taken for whole. */
    @ParameterizedTest
    @EnumSource
    void noticesWhereverAStreamIsCut(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint endpoint = Asking.endpoint(server, kind);
            Form form = Asking.form(kind);
            Said said = Said.text("one ", "two ", "three");
            List<String> events = form.stream(said, Asking.MODEL);
            int whole = 0;
            for (Ending ending : List.of(Ending.CUT, Ending.WHOLE)) {
                for (int count = 0; count < events.size(); count++) {
                    server.next(Reply.stream(form, events).after(count, ending));
                    Asking.Streamed streamed = Asking.stream(endpoint);

                    assertThat("one two three").startsWith(streamed.text());
                    if (streamed.answer() == null) {
                        assertThat(streamed.problem())
                                .as("%s after %s events", ending, count)
                                .isEqualTo(new ProviderProblem.Broken());
                    } else {
                        assertThat(streamed.text()).isEqualTo(said.text());
                        whole++;
                    }
                }
            }
            // A stream of OpenAI's that ends properly after the model said why it stopped is whole without what
            // follows.
            assertThat(whole).isEqualTo(Dialect.of(kind) == Dialect.OPENAI ? 2 : 0);
            assertThat(server.requests()).as("never asked again").hasSize(2 * events.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesAnErrorInTheMiddleOfAStream(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            Form form = Asking.form(kind);
            List<String> events = form.stream(Said.text("one ", "two ", "three"), Asking.MODEL);
            for (int count = 0; count < events.size() - 2; count++) {
                List<String> broken = new java.util.ArrayList<>(events.subList(0, count));
                broken.add(form.errorEvent(503, "overloaded_error", RAW));
                server.next(Reply.stream(form, broken));

                assertThat(Asking.stream(Asking.endpoint(server, kind)).problem())
                        .isEqualTo(new ProviderProblem.Fault());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTakeWhatItCannotRead(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint endpoint = Asking.endpoint(server, kind);
            Form form = Asking.form(kind);
            String start = kind == ProviderKind.OLLAMA ? "" : "data: ";
            for (String nonsense : List.of("{\"choices\":[", "<html>" + RAW + "</html>", "[]", "\"x\"", "null")) {
                server.next(Reply.stream(form, List.of(start + nonsense + "\n\n")), Reply.json(200, nonsense));
                assertThat(Asking.stream(endpoint).problem()).isEqualTo(new ProviderProblem.Unreadable());
                assertThatThrownBy(() -> Asking.complete(endpoint))
                        .isInstanceOfSatisfying(ProviderFailure.class, failure -> assertThat(failure.problem())
                                .isEqualTo(new ProviderProblem.Unreadable()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsNoLineThatIsFarTooLong(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            String megabyte = "x".repeat(1 << 20);
            server.next(Reply.stream(
                    Asking.form(kind),
                    List.of("data: {\"a\":\"", megabyte, megabyte, megabyte, megabyte, megabyte, "\"}\n\n")));

            assertThat(Asking.stream(Asking.endpoint(server, kind)).problem())
                    .isEqualTo(new ProviderProblem.Unreadable());
        }
    }

    @Test
    void followsNoRedirect() {
        try (ProviderServer server = ProviderServer.start();
                ProviderServer other = ProviderServer.start()) {
            server.answering(asked -> new Reply(
                    307, Map.of("Location", other.address(asked.path()).toString()), List.of(), Ending.WHOLE));

            assertThat(Asking.stream(Asking.endpoint(server, ProviderKind.OPENAI))
                            .problem())
                    .isEqualTo(new ProviderProblem.Unreachable());
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        ModelEndpoint endpoint = new ModelEndpoint(
                "openai",
                ProviderKind.OPENAI,
                URI.create("http://127.0.0.1:" + free + "/v1"),
                Asking.KEY,
                null,
                ProviderLimits.USUAL);

        assertThat(Asking.stream(endpoint).problem()).isEqualTo(new ProviderProblem.Unreachable());
        assertThatThrownBy(() -> Asking.PROVIDER.check(endpoint, new Cancellation()))
                .isInstanceOfSatisfying(
                        ProviderFailure.class,
                        failure -> assertThat(failure.problem().passing()).isTrue());
    }

    /** Neither a key that can be none is sent nor shown. */
    @Test
    void sendsNoKeyThatCanBeNone() {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint usual = Asking.endpoint(server, ProviderKind.OPENAI);
            for (String key : List.of("sk-\r\nX-Evil: 1", " ")) {
                ModelEndpoint endpoint =
                        new ModelEndpoint(usual.provider(), usual.kind(), usual.address(), key, null, usual.limits());
                assertThat(Asking.stream(endpoint).problem()).isEqualTo(new ProviderProblem.KeyRefused());
                assertThat(endpoint.toString()).doesNotContain("sk-");
            }
            assertThat(server.requests()).isEmpty();
        }
    }
}
