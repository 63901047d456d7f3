package dev.atlas.persistence.identity;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.identity.PersonalTokens;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class StoredPersonalTokens extends StoredById<PersonalToken, PersonalTokenRow> implements PersonalTokens {

    private final PersonalTokenRows rows;

    StoredPersonalTokens(PersonalTokenRows rows, PersonalTokenRowMapper mapper, Engine engine) {
        super(PersonalTokenRow.class, rows, mapper, engine);
        this.rows = rows;
    }

    @Override
    public Optional<PersonalToken> hashed(String hash) {
        engine().unit().reading();
        return rows.findByHash(hash).map(this::stored);
    }

    @Override
    public Slice<PersonalToken> ofUser(Id<User> user, Page page) {
        Listing<PersonalTokenRow> tokens = Listing.of(PersonalTokenRow.class)
                .whereEqual("user_id", user.value())
                .newestFirst("created_at", page);
        return Slice.of(
                all(tokens),
                page.limit(),
                token -> new Cursor(token.createdAt(), token.id().value()));
    }
}
