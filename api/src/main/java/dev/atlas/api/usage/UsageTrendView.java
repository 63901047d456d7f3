package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.application.usage.UsagePeriod;
import java.util.List;

/** How it went over time, ascending. */
@View
public record UsageTrendView(List<UsagePeriodView> items) {

    static UsageTrendView of(List<UsagePeriod> periods) {
        return new UsageTrendView(periods.stream().map(UsagePeriodView::of).toList());
    }
}
