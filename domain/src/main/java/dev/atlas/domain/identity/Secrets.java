package dev.atlas.domain.identity;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** Every secret, by its name. */
public interface Secrets extends Aggregates<SecretName, Secret> {

    /** All, by name. */
    List<Secret> all();
}
