package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.Permission;
import java.util.concurrent.CompletableFuture;

/** Who did what. */
public record AuditReading(Foundation foundation) {

    /** The wanted entries, newest first. */
    public CompletableFuture<Slice<AuditEntry>> list(Caller caller, AuditFilter filter, Page page) {
        caller.require(Permission.AUDIT_VIEW);
        return foundation.storage().readAsync(from -> from.auditTrail().list(filter, page));
    }
}
