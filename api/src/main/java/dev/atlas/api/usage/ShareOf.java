package dev.atlas.api.usage;

import dev.atlas.domain.usage.UsageGrouping;

/** What has a part of what was used. */
public enum ShareOf {
    MODEL(UsageGrouping.MODEL),
    PROVIDER(UsageGrouping.PROVIDER),
    USER(UsageGrouping.USER),
    PROJECT(UsageGrouping.PROJECT),
    AGENT(UsageGrouping.AGENT);

    private final UsageGrouping grouping;

    ShareOf(UsageGrouping grouping) {
        this.grouping = grouping;
    }

    UsageGrouping grouping() {
        return grouping;
    }
}
