package dev.atlas.persistence.usage;

import dev.atlas.domain.usage.PendingCall;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface PendingCallRowMapper extends RowMapper<PendingCall, PendingCallRow> {}
