package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.Secrets;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredSecrets extends StoredAggregates<SecretName, Secret, SecretRow, String> implements Secrets {

    StoredSecrets(SecretRows rows, SecretRowMapper mapper, Engine engine) {
        super(Table.of(SecretRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(SecretName name) {
        return name.value();
    }

    @Override
    public List<Secret> all() {
        return all(Listing.of(SecretRow.class));
    }
}
