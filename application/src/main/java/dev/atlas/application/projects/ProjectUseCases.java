package dev.atlas.application.projects;

import dev.atlas.application.Foundation;

/** What can be done with projects. */
public record ProjectUseCases(ProjectAccess access) {

    public static ProjectUseCases over(Foundation foundation) {
        ProjectAudit audit = new ProjectAudit(foundation);
        ProjectAccess access = new ProjectAccess(foundation, audit);
        return new ProjectUseCases(access);
    }
}
