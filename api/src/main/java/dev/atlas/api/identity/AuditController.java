package dev.atlas.api.identity;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.AuditReading;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/audit")
final class AuditController {

    private final AuditReading auditTrail;

    AuditController(Atlas atlas) {
        this.auditTrail = atlas.identity().auditTrail();
    }

    @Get
    @Operation(id = "listAuditEntries", summary = "Lists what was done, newest first.", outcome = Outcome.SHOWN)
    @Requires(Permission.AUDIT_VIEW)
    CompletableFuture<Listed<AuditEntryView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only what this user did.") Id<User> user,
            @Nullable @Query("Only what concerns this project.") Id<Project> project,
            @Nullable @Query("Only this action, such as project.created.") String action,
            @Nullable @Query("Only at this time or later.") Instant since,
            @Nullable @Query("Only before this time.") Instant before) {
        AuditFilter filter = new AuditFilter(user, project, action, since, before);
        return auditTrail
                .list(caller, filter, paging.page())
                .thenApply(slice -> paging.answer(slice, AuditEntryView::of));
    }
}
