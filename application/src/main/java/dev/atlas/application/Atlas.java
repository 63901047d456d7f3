package dev.atlas.application;

import dev.atlas.application.projects.ProjectUseCases;

/**
 * All that Atlas does, by context: the one place where use cases are put together. The command line and HTTP stand on it.
 */
public record Atlas(Foundation foundation, ProjectUseCases projects) {

    public static Atlas over(Foundation foundation) {
        return new Atlas(foundation, ProjectUseCases.over(foundation));
    }
}
