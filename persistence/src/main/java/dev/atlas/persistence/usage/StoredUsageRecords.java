package dev.atlas.persistence.usage;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.domain.usage.UsageRecords;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;

@Singleton
class StoredUsageRecords extends StoredById<UsageRecord, UsageRecordRow> implements UsageRecords {

    StoredUsageRecords(UsageRecordRows rows, UsageRecordRowMapper mapper, Engine engine) {
        super(UsageRecordRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<UsageRecord> list(UsageRecordFilter filter, Page page) {
        Listing<UsageRecordRow> wanted = wanted(Listing.of(UsageRecordRow.class), filter.calls())
                .whereEqual("session_id", Values.id(filter.session()))
                .newestFirst("created_at", page);
        if (filter.from() != null) {
            wanted = wanted.where(new AtLeast("created_at", filter.from()));
        }
        if (filter.before() != null) {
            wanted = wanted.where(new Before("created_at", filter.before()));
        }
        return Slice.of(
                all(wanted),
                page.limit(),
                record -> new Cursor(record.createdAt(), record.id().value()));
    }

    /** Those of these calls; records and rollups name them alike. */
    static <R extends Record> Listing<R> wanted(Listing<R> all, UsageFilter calls) {
        return all.whereEqual("user_id", Values.id(calls.user()))
                .whereEqual("project_id", Values.id(calls.project()))
                .whereEqual("agent", calls.agent())
                .whereEqual("provider", calls.provider())
                .whereEqual("model", calls.model());
    }
}
