package dev.atlas.contract.model;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.identity.Users;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class ModelUsers extends ModelAggregates<Id<User>, User> implements Users {

    ModelUsers(Model model) {
        super(IdentitySamples.USERS, model);
    }

    @Override
    public Optional<User> named(Username username) {
        return where(user -> user.username().equals(username)).findAny();
    }

    @Override
    public Slice<User> list(Page page, boolean includeInactive) {
        return newestFirst(page, User::createdAt, user -> includeInactive || user.active());
    }

    @Override
    public List<User> among(Collection<Id<User>> ids) {
        return where(user -> ids.contains(user.id())).toList();
    }

    @Override
    public boolean anyWithRole(String role) {
        return where(user -> user.role().equals(role)).findAny().isPresent();
    }

    @Override
    public List<User> activeWithRole(Collection<String> roles, int limit) {
        return where(user -> user.active() && roles.contains(user.role())).toList();
    }
}
