package dev.atlas.persistence.identity;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.AuditTrail;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
record StoredAuditTrail(AuditEntryRows rows, AuditEntryRowMapper mapper, Engine engine) implements AuditTrail {

    @Override
    public void add(AuditEntry entry) {
        engine.unit().writing();
        rows.save(mapper.toRow(entry));
    }

    @Override
    public Slice<AuditEntry> list(AuditFilter filter, Page page) {
        engine.unit().reading();
        Listing<AuditEntryRow> wanted = Listing.of(AuditEntryRow.class)
                .newestFirst("occurred_at", page)
                .whereEqual("actor_id", Values.id(filter.user()))
                .whereEqual("project_id", Values.id(filter.project()))
                .whereEqual("action", filter.action());
        if (filter.since() != null) {
            wanted = wanted.where(new AtLeast("occurred_at", filter.since()));
        }
        if (filter.before() != null) {
            wanted = wanted.where(new Before("occurred_at", filter.before()));
        }
        List<AuditEntry> entries = engine.lister().list(wanted, mapper::toDomain);
        return Slice.of(
                entries,
                page.limit(),
                entry -> new Cursor(entry.occurredAt(), entry.id().value()));
    }
}
