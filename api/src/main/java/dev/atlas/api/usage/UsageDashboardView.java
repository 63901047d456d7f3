package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.application.usage.UsageDashboard;
import java.util.List;

/** The usage at a glance. */
@View
public record UsageDashboardView(
        UsageView overall,
        UsageView today,
        UsageView thisWeek,
        UsageView thisMonth,
        List<UsageShareView> topModels,
        List<UsagePeriodView> dailyTrend) {

    static UsageDashboardView of(UsageDashboard dashboard) {
        return new UsageDashboardView(
                UsageView.of(dashboard.overall()),
                UsageView.of(dashboard.today()),
                UsageView.of(dashboard.week()),
                UsageView.of(dashboard.month()),
                dashboard.topModels().stream().map(UsageShareView::of).toList(),
                dashboard.days().stream().map(UsagePeriodView::of).toList());
    }
}
