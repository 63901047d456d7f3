package dev.atlas.contract.model;

import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.AuditTrail;
import java.util.stream.Stream;

record ModelAuditTrail(Model model) implements AuditTrail {

    static final String KIND = "audit_entries";

    @Override
    public void add(AuditEntry entry) {
        model.rows(KIND).put(entry.id(), entry);
    }

    @Override
    public Slice<AuditEntry> list(AuditFilter filter, Page page) {
        Stream<AuditEntry> wanted =
                model.rows(KIND).values().stream().map(AuditEntry.class::cast).filter(entry -> wanted(filter, entry));
        return ModelAggregates.newestFirst(wanted, page, AuditEntry::occurredAt);
    }

    private static boolean wanted(AuditFilter filter, AuditEntry entry) {
        return (filter.user() == null || filter.user().equals(entry.actor().id()))
                && (filter.project() == null || filter.project().equals(entry.project()))
                && (filter.action() == null || filter.action().equals(entry.action()))
                && (filter.since() == null || !entry.occurredAt().isBefore(filter.since()))
                && (filter.before() == null || entry.occurredAt().isBefore(filter.before()));
    }
}
