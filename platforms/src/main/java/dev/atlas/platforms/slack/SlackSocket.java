package dev.atlas.platforms.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.PlatformHttp;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Socket Mode: Slack tells over a connection that Atlas opens. Each event is acknowledged once the receiver has it, so one that was not
 * is told again, over this connection or the next. Source: Slack, Socket Mode.
 */
public final class SlackSocket {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Slack looks after at most half a minute whether somebody is there. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /** How long it may take until it is noticed that nobody wants to listen any more. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PlatformHttp http;
    private final SlackClient client;
    private final String botUser;
    private final Duration shortestPause;
    private final RandomGenerator random;

    /** @param botUser the id of the bot as a user */
    public SlackSocket(PlatformHttp http, SlackClient client, String botUser) {
        this(http, client, botUser, SHORTEST_PAUSE, RandomGenerator.getDefault());
    }

    SlackSocket(PlatformHttp http, SlackClient client, String botUser, Duration shortestPause, RandomGenerator random) {
        this.http = http;
        this.client = client;
        this.botUser = botUser;
        this.shortestPause = shortestPause;
        this.random = random;
    }

    /**
     * Listens as long as that is wanted and the thread is not interrupted, and connects again whenever the connection ends.
     *
     * @param wanted asked every few seconds
     * @param receiver given one event after the other; listening ends with what it throws, and that event is told again
     * @throws PlatformFailure if Slack refuses the token
     */
    public void listen(BooleanSupplier wanted, Consumer<SlackEvent> receiver) {
        Duration pause = shortestPause;
        while (!Thread.currentThread().isInterrupted() && wanted.getAsBoolean()) {
            try {
                boolean heard = session(wanted, receiver);
                pause = heard ? shortestPause : longer(pause);
            } catch (PlatformFailure e) {
                switch (e.problem()) {
                    case PlatformProblem.TokenRefused refused -> throw e;
                    case PlatformProblem.RateLimited limited -> pause = limited.pause();
                    default -> pause = longer(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            rest(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Not all nodes come back to Slack in the same moment. */
    private void rest(Duration pause) {
        try {
            Thread.sleep(pause.dividedBy(2).plusNanos(random.nextLong(pause.toNanos() / 2 + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, until it ends; true if Slack was heard on it. */
    private boolean session(BooleanSupplier wanted, Consumer<SlackEvent> receiver) throws InterruptedException {
        SocketFrames frames = new SocketFrames();
        WebSocket socket = opened(frames);
        boolean heard = false;
        Duration silent = Duration.ZERO;
        try {
            while (silent.compareTo(SILENCE) < 0 && wanted.getAsBoolean()) {
                SocketFrames.Frame frame = frames.next(socket, BETWEEN_LOOKS);
                silent = frame == null ? silent.plus(BETWEEN_LOOKS) : Duration.ZERO;
                heard |= frame instanceof SocketFrames.Frame.Text || frame instanceof SocketFrames.Frame.Sign;
                if (frame instanceof SocketFrames.Frame.End
                        || (frame instanceof SocketFrames.Frame.Text(String text)
                                && !hear(read(text), socket, receiver))) {
                    return heard;
                }
            }
            return heard;
        } finally {
            socket.abort();
        }
    }

    private WebSocket opened(SocketFrames frames) throws InterruptedException {
        CompletableFuture<WebSocket> opening = http.client()
                .newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(client.openConnection(), frames);
        return done(opening);
    }

    private static <T> T done(CompletableFuture<T> work) throws InterruptedException {
        try {
            return work.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            work.cancel(true);
            throw new PlatformFailure(new PlatformProblem.Fault());
        } catch (InterruptedException e) {
            work.cancel(true);
            throw e;
        }
    }

    /** False if Slack wants the connection to be another. */
    private boolean hear(JsonNode envelope, WebSocket socket, Consumer<SlackEvent> receiver)
            throws InterruptedException {
        if (envelope.path("type").asText().equals("disconnect")) {
            return false;
        }
        JsonNode id = envelope.path("envelope_id");
        if (envelope.path("type").asText().equals("events_api")) {
            SlackEvents.read(envelope.path("payload"), botUser).ifPresent(receiver);
        }
        if (id.isTextual()) {
            String known = JsonNodeFactory.instance
                    .objectNode()
                    .put("envelope_id", id.textValue())
                    .toString();
            done(socket.sendText(known, true));
        }
        return true;
    }

    private static JsonNode read(String text) {
        try {
            JsonNode node = PlatformHttp.JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
