package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Role;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class, uses = Permissions.class)
public interface RoleRowMapper extends RowMapper<Role, RoleRow> {

    @Override
    @org.mapstruct.Mapping(target = "id", source = "name")
    RoleRow toRow(Role role);

    @Override
    @org.mapstruct.Mapping(target = "name", source = "id")
    Role toDomain(RoleRow row);
}
