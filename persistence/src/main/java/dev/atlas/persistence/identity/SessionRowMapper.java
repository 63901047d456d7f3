package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Session;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface SessionRowMapper extends RowMapper<Session, SessionRow> {}
