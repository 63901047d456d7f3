package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.SigningKey;
import dev.atlas.domain.identity.SigningKeys;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredSigningKeys extends StoredById<SigningKey, SigningKeyRow> implements SigningKeys {

    StoredSigningKeys(SigningKeyRows rows, SigningKeyRowMapper mapper, Engine engine) {
        super(SigningKeyRow.class, rows, mapper, engine);
    }

    @Override
    public List<SigningKey> all() {
        return all(Listing.of(SigningKeyRow.class).ascending("created_at", "id"))
                .reversed();
    }
}
