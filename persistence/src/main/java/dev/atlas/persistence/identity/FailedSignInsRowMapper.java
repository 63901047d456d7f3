package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface FailedSignInsRowMapper extends RowMapper<FailedSignIns, FailedSignInsRow> {

    @Override
    @org.mapstruct.Mapping(target = "id", source = "subject")
    @org.mapstruct.Mapping(target = "firstFailedAt", source = "since")
    @org.mapstruct.Mapping(target = "lastFailedAt", source = "last")
    FailedSignInsRow toRow(FailedSignIns failed);

    @Override
    @org.mapstruct.Mapping(target = "subject", source = "id")
    @org.mapstruct.Mapping(target = "since", source = "firstFailedAt")
    @org.mapstruct.Mapping(target = "last", source = "lastFailedAt")
    FailedSignIns toDomain(FailedSignInsRow row);
}
