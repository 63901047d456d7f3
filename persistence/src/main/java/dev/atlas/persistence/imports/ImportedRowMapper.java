package dev.atlas.persistence.imports;

import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface ImportedRowMapper extends RowMapper<ImportedRow, ImportedRowRow> {}
