package dev.atlas.application.usage;

import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageSum;
import java.util.List;

/**
 * The usage at a glance; days begin when they do in a zone.
 *
 * @param week since the day that was seven days ago began
 * @param month since the day that was thirty days ago began
 * @param topModels of the month, those that cost most first
 * @param days of the week, also those without any
 */
public record UsageDashboard(
        UsageFigures overall,
        UsageFigures today,
        UsageFigures week,
        UsageFigures month,
        List<UsageSum> topModels,
        List<UsagePeriod> days) {}
