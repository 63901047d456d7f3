package dev.atlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private static final Instant NOON = Instant.parse("2025-10-19T12:00:00Z");
    private static final int LIMIT = 5;

    @Test
    void fewerThanTheLimitDoNotBlock() {
        FailedSignIns four = failures(4, NOON);

        assertThat(four.failures()).isEqualTo(4);
        assertThat(four.blockedFor(NOON)).isZero();
    }

    @Test
    void fromTheLimitOnEachFailureBlocksTwiceAsLong() {
        FailedSignIns five = failures(5, NOON);
        FailedSignIns six = five.andOneMore(NOON.plusSeconds(30), LIMIT);

        assertThat(five.blockedFor(NOON)).isEqualTo(Duration.ofSeconds(30));
        assertThat(five.blockedFor(NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(10));
        assertThat(five.blockedFor(NOON.plusSeconds(30))).isZero();
        assertThat(six.blockedFor(NOON.plusSeconds(30))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void noBlockIsLongerThanTheWindow() {
        assertThat(failures(500, NOON).blockedFor(NOON)).isEqualTo(FailedSignIns.WINDOW);
    }

    @Test
    void failuresSpreadOverMoreThanTheWindowStartAnew() {
        FailedSignIns later =
                failures(4, NOON).andOneMore(NOON.plus(FailedSignIns.WINDOW).plusSeconds(1), LIMIT);

        assertThat(later.failures()).isEqualTo(1);
    }

    @Test
    void waitingOutABlockAloneDoesNotStartAnew() {
        FailedSignIns blocked = failures(10, NOON);
        Instant after = NOON.plus(blocked.blockedFor(NOON));

        assertThat(blocked.andOneMore(after, LIMIT).failures()).isEqualTo(11);
    }

    @Test
    void aClockThatWasAheadLocksNobodyOutWhenItIsSetRight() {
        FailedSignIns ahead = failures(500, NOON.plus(Duration.ofHours(5)));

        assertThat(ahead.blockedFor(NOON)).isZero();
        assertThat(ahead.andOneMore(NOON, LIMIT).failures()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackALittleOpensNoBlock() {
        FailedSignIns blocked = failures(5, NOON);
        Instant earlier = NOON.minusSeconds(60);

        assertThat(blocked.blockedFor(earlier)).isPositive();
        assertThat(blocked.andOneMore(earlier, LIMIT).failures()).isEqualTo(6);
    }

    private static FailedSignIns failures(int count, Instant at) {
        FailedSignIns failed = FailedSignIns.first("account:ann", at);
        for (int i = 1; i < count; i++) {
            failed = failed.andOneMore(at, LIMIT);
        }
        return failed;
    }
}
