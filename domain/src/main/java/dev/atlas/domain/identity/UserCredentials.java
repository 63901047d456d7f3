package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;
import java.util.Optional;

/** The credentials of users at providers. Those of a user go with the user. */
public interface UserCredentials extends Aggregates<Id<UserCredential>, UserCredential> {

    /** The unique rule: one credential per user and provider. */
    String PROVIDER_PER_USER = "user_credentials_provider_per_user";

    /** The one of this user at this provider, or empty. */
    Optional<UserCredential> at(Id<User> user, Provider provider);

    /** All of this user, by provider. */
    List<UserCredential> ofUser(Id<User> user);

    /** Up to {@code limit} that are encrypted with this key, whosever they are, by id. */
    List<UserCredential> under(String keyId, int limit);
}
