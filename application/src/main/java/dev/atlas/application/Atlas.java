package dev.atlas.application;

import dev.atlas.application.projects.ProjectUseCases;
import dev.atlas.application.tracking.TrackingUseCases;

/**
 * All that Atlas does, by context: the one place where use cases are put together. The command line and HTTP stand on it.
 */
public record Atlas(Foundation foundation, ProjectUseCases projects, TrackingUseCases tracking) {

    public static Atlas over(Foundation foundation) {
        ProjectUseCases projects = ProjectUseCases.over(foundation);
        return new Atlas(foundation, projects, TrackingUseCases.over(foundation, projects.access()));
    }
}
