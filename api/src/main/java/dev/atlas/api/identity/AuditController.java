package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.AuditReading;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/audit")
final class AuditController {

    private final AuditReading auditTrail;

    AuditController(Atlas atlas) {
        this.auditTrail = atlas.identity().auditTrail();
    }

    @Get
    @Requires(Permission.AUDIT_VIEW)
    CompletableFuture<Listed<AuditView>> list(
            Caller caller,
            Page page,
            @Nullable @QueryValue String user,
            @Nullable @QueryValue String project,
            @Nullable @QueryValue String action,
            @Nullable @QueryValue String since,
            @Nullable @QueryValue String before) {
        AuditFilter filter = new AuditFilter(
                Parameters.id("user", user),
                Parameters.id("project", project),
                action,
                Parameters.instant("since", since),
                Parameters.instant("before", before));
        return auditTrail.list(caller, filter, page).thenApply(slice -> Answers.page(slice, AuditView::of));
    }
}
