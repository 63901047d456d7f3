package dev.atlas.domain.identity;

import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;

/** Who did what, for ever: entries are added, and neither changed nor removed. */
public interface AuditTrail {

    /** Adds an entry. It is kept exactly if what it tells of is. */
    void add(AuditEntry entry);

    /** The wanted entries, newest first (by time, then id). */
    Slice<AuditEntry> list(AuditFilter filter, Page page);
}
