package dev.atlas.domain.providers;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** The providers that administrators have set up, by id. */
public interface ProviderConfigurations extends Aggregates<String, ProviderConfiguration> {

    /** All, by id. */
    List<ProviderConfiguration> all();
}
