package dev.atlas.application.projects;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;

/** What can be done with projects. */
public record ProjectUseCases(
        ProjectAccess access,
        ProjectCatalog catalog,
        ProjectLifecycle lifecycle,
        ProjectMembership membership,
        ProjectSettings settings) {

    public static ProjectUseCases over(Foundation foundation) {
        ProjectAudit audit = new ProjectAudit(new Audit(foundation));
        ProjectAccess access = new ProjectAccess(foundation, audit);
        ProjectWrites writes = new ProjectWrites(foundation, access, audit);
        return new ProjectUseCases(
                access,
                new ProjectCatalog(foundation, access, writes, audit),
                new ProjectLifecycle(foundation, access, writes, audit),
                new ProjectMembership(foundation, access, writes, audit),
                new ProjectSettings(foundation, access, writes));
    }
}
