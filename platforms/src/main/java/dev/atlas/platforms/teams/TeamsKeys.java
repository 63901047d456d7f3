package dev.atlas.platforms.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.Answer;
import dev.atlas.platforms.http.PlatformHttp;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which Teams signs. They are asked for again after a day, and when there is a new one, though not for every unknown one
 * that somebody makes up.
 */
final class TeamsKeys {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * A published key.
     *
     * @param channels for which it may sign
     */
    record Key(RSAKey key, List<String> channels) {}

    /** What was published at that time. */
    private record Known(Map<String, Key> keys, Instant at) {

        boolean isOld(Instant now) {
            return now.isAfter(at.plus(LIFE));
        }
    }

    private final PlatformHttp http;
    private final URI metadata;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);
    private Instant triedAt = Instant.EPOCH;

    TeamsKeys(PlatformHttp http, URI metadata, Clock clock) {
        this.http = http;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** Throws {@link PlatformFailure} if they have to be asked for and cannot be. */
    Optional<Key> find(String id) {
        Instant now = clock.instant();
        Known last = known;
        Key key = last.isOld(now) ? null : last.keys().get(id);
        return Optional.ofNullable(key == null ? asked(id, now) : key);
    }

    /** One asks for all: others who need it wait, and those who know their key do not. */
    private synchronized @Nullable Key asked(String id, Instant now) {
        boolean old = known.isOld(now);
        if (old || (!known.keys().containsKey(id) && now.isAfter(triedAt.plus(PAUSE)))) {
            triedAt = now;
            known = new Known(published(), now);
        }
        return known.keys().get(id);
    }

    private Map<String, Key> published() {
        JsonNode place = get(metadata).path("jwks_uri");
        Map<String, Key> found = new HashMap<>();
        for (JsonNode each : get(address(place.asText())).path("keys")) {
            try {
                RSAKey key = RSAKey.parse(each.toString());
                List<String> channels = each.path("endorsements")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
                found.put(key.getKeyID(), new Key(key, channels));
            } catch (ParseException e) {
                // It is of another kind, with which nothing is signed for bots.
            }
        }
        return found;
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
    }

    private JsonNode get(URI address) {
        if (address.getHost() == null) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
        Answer answer = http.send(PlatformHttp.to(address).GET().build(), PATIENCE);
        if (answer.status() != 200 || !answer.body().isObject()) {
            throw new PlatformFailure(
                    answer.status() >= 500 ? new PlatformProblem.Fault() : new PlatformProblem.Unreachable());
        }
        return answer.body();
    }
}
