package dev.atlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOW = Instant.parse("2025-10-19T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Session fresh = new Session(
            new Id<>(new UUID(0, 1)),
            new Id<>(new UUID(0, 2)),
            "one",
            null,
            "::1",
            "cli",
            NOW,
            NOW,
            NOW.plusSeconds(60),
            0);
    private final Session exchanged = fresh.exchanged("two", "::1", "cli", NOW, NOW.plusSeconds(90));

    @Test
    void givesTheAnswerAgainOnlyToTheSameClientWithinTheGrace() {
        assertThat(exchanged.repeats("one", "::1", "cli", NOW.plusSeconds(10), GRACE))
                .isTrue();
        assertThat(exchanged.repeats("one", "::1", "cli", NOW.plusSeconds(11), GRACE))
                .isFalse();
        assertThat(exchanged.repeats("one", "::1", "cli", NOW.minusSeconds(11), GRACE))
                .as("a clock set back")
                .isFalse();
        assertThat(exchanged.repeats("one", "::2", "cli", NOW, GRACE)).isFalse();
        assertThat(exchanged.repeats("one", "::1", "else", NOW, GRACE)).isFalse();
        assertThat(exchanged.repeats("zero", "::1", "cli", NOW, GRACE)).isFalse();
    }

    @Test
    void hasNothingToRepeatBeforeTheFirstExchange() {
        assertThat(fresh.repeats("one", "::1", "cli", NOW, GRACE)).isFalse();
    }

    @Test
    void expiresAtItsTimeAndEveryExchangePutsThatOff() {
        assertThat(fresh.expired(NOW.plusSeconds(59))).isFalse();
        assertThat(fresh.expired(NOW.plusSeconds(60))).isTrue();
        assertThat(exchanged.expired(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void tellsNoHash() {
        assertThat(exchanged.toString()).doesNotContain("one", "two");
    }
}
