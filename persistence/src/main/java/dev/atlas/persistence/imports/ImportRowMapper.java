package dev.atlas.persistence.imports;

import dev.atlas.domain.Words;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.ImportState;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface ImportRowMapper extends RowMapper<Import, ImportRow> {

    default String state(ImportState state) {
        return Words.of(state);
    }

    default ImportState state(String state) {
        return Words.constant(ImportState.class, state);
    }
}
