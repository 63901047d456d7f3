package dev.atlas.domain.identity;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** The credentials everybody shares, at most one per provider. */
public interface GlobalCredentials extends Aggregates<Provider, GlobalCredential> {

    /** All, by provider. */
    List<GlobalCredential> all();
}
