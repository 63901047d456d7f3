package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.application.usage.UsagePeriod;
import java.time.Instant;

/** What was used in an hour, a day or a month. */
@View
public record UsagePeriodView(String period, Instant start, UsageView usage) {

    static UsagePeriodView of(UsagePeriod period) {
        return new UsagePeriodView(period.name(), period.start(), UsageView.of(period.figures()));
    }
}
