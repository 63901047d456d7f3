package dev.atlas.persistence.tracking;

import dev.atlas.domain.tracking.CacheFile;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface CacheFileRowMapper extends RowMapper<CacheFile, CacheFileRow> {}
