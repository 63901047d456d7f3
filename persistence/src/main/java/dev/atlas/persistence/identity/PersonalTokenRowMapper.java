package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class, uses = Permissions.class)
public interface PersonalTokenRowMapper extends RowMapper<PersonalToken, PersonalTokenRow> {}
