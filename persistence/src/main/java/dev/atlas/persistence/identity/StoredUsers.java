package dev.atlas.persistence.identity;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.identity.Users;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredUsers extends StoredById<User, UserRow> implements Users {

    private final UserRows rows;

    StoredUsers(UserRows rows, UserRowMapper mapper, Engine engine) {
        super(UserRow.class, rows, mapper, engine);
        this.rows = rows;
    }

    @Override
    public Optional<User> named(Username username) {
        engine().unit().reading();
        return rows.findByUsername(username.value()).map(this::stored);
    }

    @Override
    public Slice<User> list(Page page, boolean includeInactive) {
        Listing<UserRow> users = Listing.of(UserRow.class).newestFirst("created_at", page);
        return Slice.of(
                all(includeInactive ? users : users.whereEqual("active", true)),
                page.limit(),
                user -> new Cursor(user.createdAt(), user.id().value()));
    }

    @Override
    public List<User> among(Collection<Id<User>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(Listing.of(UserRow.class).where(new AnyOf("id", keys)));
    }

    @Override
    public boolean anyWithRole(String role) {
        engine().unit().reading();
        return rows.existsByRole(role);
    }

    @Override
    public List<User> activeWithRole(Collection<String> roles, int limit) {
        return all(Listing.of(UserRow.class)
                .where(new AnyOf("role", List.copyOf(roles)))
                .whereEqual("active", true)
                .atMost(limit));
    }
}
