package dev.atlas.application.providers;

import dev.atlas.application.Refusal;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.storage.Repositories;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which providers there are. */
record ProviderDirectory(ProviderEnvironment environment) {

    /** All, those first that are there anyway. */
    List<EffectiveProvider> all(Repositories from) {
        List<EffectiveProvider> all = new ArrayList<>();
        Set<String> configured = new HashSet<>();
        for (ProviderConfiguration each : from.providerConfigurations().all()) {
            all.add(EffectiveProvider.of(each, environment));
            configured.add(each.id());
        }
        Stream.of(ProviderKind.values())
                .filter(kind -> kind.builtIn() && !configured.contains(kind.id()))
                .forEach(kind -> all.add(EffectiveProvider.of(kind, environment)));
        all.sort(Comparator.comparing((EffectiveProvider provider) -> !provider.everybodys())
                .thenComparing(EffectiveProvider::kind)
                .thenComparing(EffectiveProvider::id));
        return List.copyOf(all);
    }

    Optional<EffectiveProvider> find(Repositories from, String id) {
        Optional<EffectiveProvider> configured =
                from.providerConfigurations().find(id).map(each -> EffectiveProvider.of(each, environment));
        return configured.isPresent()
                ? configured
                : ProviderConfiguration.builtIn(id).map(kind -> EffectiveProvider.of(kind, environment));
    }

    /** Throws {@link Refusal.NotFound} {@code provider.not_found}. */
    EffectiveProvider require(Repositories from, String id) {
        return find(from, id)
                .orElseThrow(() -> new Refusal.NotFound("provider.not_found", "There is no such provider."));
    }
}
