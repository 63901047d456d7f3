package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.GlobalCredentials;
import dev.atlas.domain.identity.Provider;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredGlobalCredentials extends StoredAggregates<Provider, GlobalCredential, GlobalCredentialRow, String>
        implements GlobalCredentials {

    StoredGlobalCredentials(GlobalCredentialRows rows, GlobalCredentialRowMapper mapper, Engine engine) {
        super(Table.of(GlobalCredentialRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(Provider provider) {
        return provider.value();
    }

    @Override
    public List<GlobalCredential> all() {
        return all(Listing.of(GlobalCredentialRow.class));
    }
}
