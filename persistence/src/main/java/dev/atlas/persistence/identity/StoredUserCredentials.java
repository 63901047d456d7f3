package dev.atlas.persistence.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.domain.identity.UserCredentials;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredUserCredentials extends StoredById<UserCredential, UserCredentialRow> implements UserCredentials {

    private final UserCredentialRows rows;

    StoredUserCredentials(UserCredentialRows rows, UserCredentialRowMapper mapper, Engine engine) {
        super(UserCredentialRow.class, rows, mapper, engine);
        this.rows = rows;
    }

    @Override
    public Optional<UserCredential> at(Id<User> user, Provider provider) {
        engine().unit().reading();
        return rows.findByUserIdAndProvider(user.value(), provider.value()).map(this::stored);
    }

    @Override
    public List<UserCredential> ofUser(Id<User> user) {
        return all(Listing.of(UserCredentialRow.class)
                .whereEqual("user_id", user.value())
                .ascending("provider"));
    }

    @Override
    public List<UserCredential> under(String keyId, int limit) {
        return all(Listing.of(UserCredentialRow.class)
                .whereEqual("key_id", keyId)
                .ascending("id")
                .atMost(limit));
    }
}
