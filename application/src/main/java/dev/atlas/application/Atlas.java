package dev.atlas.application;

import dev.atlas.application.identity.IdentityUseCases;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.imports.ImportUseCases;
import dev.atlas.application.projects.ProjectUseCases;
import dev.atlas.application.tracking.TrackingUseCases;

/**
 * All that Atlas does, by context: the one place where use cases are put together. The command line and HTTP stand on it.
 */
public record Atlas(
        Foundation foundation,
        IdentityUseCases identity,
        ProjectUseCases projects,
        TrackingUseCases tracking,
        ImportUseCases imports) {

    public static Atlas over(Foundation foundation, Keyring keyring) {
        ProjectUseCases projects = ProjectUseCases.over(foundation);
        return new Atlas(
                foundation,
                IdentityUseCases.over(foundation, keyring),
                projects,
                TrackingUseCases.over(foundation, projects.access()),
                ImportUseCases.over(foundation));
    }
}
