package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.Roles;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredRoles extends StoredAggregates<String, Role, RoleRow, String> implements Roles {

    StoredRoles(RoleRows rows, RoleRowMapper mapper, Engine engine) {
        super(Table.of(RoleRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String name) {
        return name;
    }

    @Override
    public List<Role> all() {
        return all(Listing.of(RoleRow.class));
    }
}
