package dev.atlas.contract.model;

import dev.atlas.contract.samples.UsageSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.domain.usage.UsageRecords;
import org.jspecify.annotations.Nullable;

final class ModelUsageRecords extends ModelAggregates<Id<UsageRecord>, UsageRecord> implements UsageRecords {

    ModelUsageRecords(Model model) {
        super(UsageSamples.RECORDS, model);
    }

    @Override
    public Slice<UsageRecord> list(UsageRecordFilter filter, Page page) {
        return newestFirst(page, UsageRecord::createdAt, record -> wanted(filter, record));
    }

    private static boolean wanted(UsageRecordFilter filter, UsageRecord record) {
        CallOrigin origin = record.call().origin();
        UsageDimensions of = new UsageDimensions(
                origin.userId(),
                origin.projectId(),
                origin.agent(),
                record.call().provider(),
                record.call().model());
        return wanted(filter.calls(), of)
                && fits(filter.session(), origin.sessionId())
                && (filter.from() == null || !record.createdAt().isBefore(filter.from()))
                && (filter.before() == null || record.createdAt().isBefore(filter.before()));
    }

    static boolean wanted(UsageFilter filter, UsageDimensions of) {
        return fits(filter.user(), of.user())
                && fits(filter.project(), of.project())
                && fits(filter.agent(), of.agent())
                && fits(filter.provider(), of.provider())
                && fits(filter.model(), of.model());
    }

    private static boolean fits(@Nullable Object wanted, @Nullable Object value) {
        return wanted == null || wanted.equals(value);
    }
}
