package dev.atlas.persistence.imports;

import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface LegacyRowMapper extends RowMapper<LegacyRow, LegacyRowRow> {}
