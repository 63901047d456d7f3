package dev.atlas.platforms.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platformwire.Said;
import dev.atlas.platformwire.TeamsServer;
import dev.atlas.platformwire.TeamsSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Only what Teams has signed for this app, for this activity and for now is taken. */
@Timeout(60)
class TeamsTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final TeamsServer server = TeamsServer.start();
    private final PlatformHttp http = new PlatformHttp();
    private final Turning clock = new Turning();
    private final TeamsTokens tokens = new TeamsTokens(
            http, new TeamsAccess(server.metadata(), server.tokens(), TeamsServer.APP, TeamsServer.PASSWORD), clock);
    private final TeamsActivity activity = TeamsActivities.read(
                    server.says("29:1", "a:1", "hi").toString().getBytes(StandardCharsets.UTF_8))
            .orElseThrow();

    /** A clock that is put forward. */
    private static final class Turning extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private ObjectNode claims() {
        return TeamsSigner.claims(server.service(), NOW);
    }

    private boolean takes(ObjectNode claims) {
        return tokens.accept(server.signer().signed(claims), activity);
    }

    @Test
    void whatTeamsSignedIsTaken() {
        assertThat(takes(claims())).isTrue();
        assertThat(takes(claims())).isTrue();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void whatIsForAnotherIsRefused() {
        assertThat(takes(claims().put("iss", "https://sts.windows.net/1/"))).isFalse();
        assertThat(takes(claims().put("aud", "another"))).isFalse();
        assertThat(takes(claims().put("serviceurl", "https://evil.example/"))).isFalse();
        assertThat(takes(claims().remove(List.of("serviceurl")))).isFalse();
        assertThat(takes(claims().remove(List.of("exp")))).isFalse();
        assertThat(tokens.accept(
                        server.signer().signed(claims()), new TeamsActivity("directline", server.service(), null)))
                .isFalse();
    }

    @Test
    void clocksMayDifferByFiveMinutes() {
        assertThat(takes(claims().put("exp", NOW.getEpochSecond() - 299))).isTrue();
        assertThat(takes(claims().put("exp", NOW.getEpochSecond() - 300))).isFalse();
        assertThat(takes(claims().put("nbf", NOW.getEpochSecond() + 300))).isTrue();
        assertThat(takes(claims().put("nbf", NOW.getEpochSecond() + 301))).isFalse();
    }

    @Test
    void whatIsForgedIsRefused() {
        String good = server.signer().signed(claims());
        assertThat(tokens.accept(TeamsSigner.fresh("key-1").signed(claims()), activity))
                .isFalse();
        assertThat(tokens.accept(server.signer().signed("none", claims()), activity))
                .isFalse();
        assertThat(tokens.accept(server.signer().signed("HS256", claims()), activity))
                .isFalse();
        assertThat(tokens.accept(good.substring(0, good.length() - 9), activity))
                .isFalse();
        assertThat(tokens.accept(good.substring(7), activity)).isFalse();
        assertThat(tokens.accept("Bearer ", activity)).isFalse();
        assertThat(tokens.accept("Bearer a.b.c", activity)).isFalse();
        assertThat(tokens.accept(null, activity)).isFalse();
        assertThat(tokens.accept("Bearer " + "x".repeat(100_000), activity)).isFalse();
    }

    @Test
    void aNewKeyIsAskedForThoughNotForEveryUnknownOne() {
        assertThat(takes(claims())).isTrue();
        String old = server.signer().signed(claims());
        server.rollOver();

        assertThat(takes(claims())).isFalse();
        assertThat(server.asked()).hasSize(2);
        clock.now = NOW.plus(Duration.ofSeconds(61));
        assertThat(takes(claims())).isTrue();
        assertThat(tokens.accept(old, activity)).isFalse();
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void itIsToldWhenTheKeysCannotBeAskedFor() {
        server.next("/keys", Said.json(503, "{}"));
        PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, () -> takes(claims()));

        assertThat(Objects.requireNonNull(failure).problem()).isEqualTo(new PlatformProblem.Fault());
        assertThat(takes(claims())).isTrue();
    }
}
