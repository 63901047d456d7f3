package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.EncryptionKeys;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredEncryptionKeys extends StoredAggregates<String, EncryptionKey, EncryptionKeyRow, String>
        implements EncryptionKeys {

    StoredEncryptionKeys(EncryptionKeyRows rows, EncryptionKeyRowMapper mapper, Engine engine) {
        super(Table.of(EncryptionKeyRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String id) {
        return id;
    }

    @Override
    public List<EncryptionKey> all() {
        return all(Listing.of(EncryptionKeyRow.class));
    }
}
