package dev.atlas.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageIntervalTest {

    private static List<String> names(UsageInterval interval, String zone, String from, int count) {
        ZoneId at = ZoneId.of(zone);
        Instant start = interval.floor(Instant.parse(from), at);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(interval.text(start, at));
            Instant next = interval.next(start, at);
            assertThat(next).isAfter(start);
            start = next;
        }
        return names;
    }

    /** Source: usage reference, section 8. */
    @Test
    void theLastMomentOfAMonthBelongsToIt() {
        String last = "2025-01-31T23:59:59.999Z";
        assertThat(names(UsageInterval.HOUR, "UTC", last, 1)).containsExactly("2025-01-31 23:00");
        assertThat(names(UsageInterval.DAY, "UTC", last, 1)).containsExactly("2025-01-31");
        assertThat(names(UsageInterval.MONTH, "UTC", last, 2)).containsExactly("2025-01", "2025-02");
    }

    @Test
    void daysBeginWhereTheZoneSays() {
        assertThat(UsageInterval.DAY.floor(Instant.parse("2025-01-31T18:15:00Z"), ZoneId.of("Asia/Kathmandu")))
                .isEqualTo("2025-01-31T18:15:00Z");
        assertThat(names(UsageInterval.MONTH, "Asia/Kathmandu", "2025-01-31T18:14:59.999999Z", 1))
                .containsExactly("2025-01");
        assertThat(names(UsageInterval.MONTH, "Asia/Kathmandu", "2025-01-31T18:15:00Z", 1))
                .containsExactly("2025-02");
    }

    /** A day of 23 hours, one of 25, and clocks that go back by half an hour. */
    @Test
    void clocksThatAreChangedLoseNoHour() {
        assertThat(names(UsageInterval.HOUR, "Europe/Berlin", "2025-03-30T00:30:00Z", 3))
                .containsExactly("2025-03-30 01:00", "2025-03-30 03:00", "2025-03-30 04:00");
        assertThat(names(UsageInterval.HOUR, "Europe/Berlin", "2025-10-26T00:30:00Z", 3))
                .containsExactly("2025-10-26 02:00", "2025-10-26 02:00", "2025-10-26 03:00");
        assertThat(names(UsageInterval.HOUR, "Australia/Lord_Howe", "2025-04-05T13:30:00Z", 6))
                .hasSize(6);
        assertThat(names(UsageInterval.DAY, "Europe/Berlin", "2025-10-25T22:30:00Z", 2))
                .containsExactly("2025-10-26", "2025-10-27");
    }

    /** Rollups are cut in UTC. */
    @Test
    void spansOfRollupsBeginInUtc() {
        Instant time = Instant.parse("2025-02-28T23:59:59.999999Z");
        assertThat(RollupSpan.QUARTER_HOUR.floor(time)).isEqualTo("2025-02-28T23:45:00Z");
        assertThat(RollupSpan.HOUR.floor(time)).isEqualTo("2025-02-28T23:00:00Z");
        assertThat(RollupSpan.DAY.floor(time)).isEqualTo("2025-02-28T00:00:00Z");
        assertThat(RollupSpan.MONTH.floor(time)).isEqualTo("2025-02-01T00:00:00Z");
        for (RollupSpan span : RollupSpan.values()) {
            assertThat(span.ceiling(time)).isEqualTo("2025-03-01T00:00:00Z");
            assertThat(span.ceiling(span.floor(time))).isEqualTo(span.floor(time));
        }
        assertThat(RollupSpan.QUARTER_HOUR
                        .floor(Instant.parse("1969-12-31T23:59:00Z"))
                        .atOffset(ZoneOffset.UTC)
                        .getMinute())
                .isEqualTo(45);
    }
}
