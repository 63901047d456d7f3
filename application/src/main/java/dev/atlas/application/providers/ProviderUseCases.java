package dev.atlas.application.providers;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.IdentityUseCases;

/** What can be done with providers of models. */
public record ProviderUseCases(
        ProviderAdministration administration, ChatSettingsAdministration settings, ModelCalls calls) {

    public static ProviderUseCases over(Foundation foundation, IdentityUseCases identity, ModelAccess access) {
        ProviderEnvironment environment = new ProviderEnvironment(access.environment());
        ProviderDirectory directory = new ProviderDirectory(environment);
        ProviderKeys keys = new ProviderKeys(identity.ownCredentials(), identity.sharedCredentials(), environment);
        Audit audit = new Audit(foundation);
        return new ProviderUseCases(
                new ProviderAdministration(foundation, directory, keys, audit),
                new ChatSettingsAdministration(foundation, directory, audit),
                new ModelCalls(foundation, directory, keys, access.provider()));
    }
}
