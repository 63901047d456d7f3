package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface EncryptionKeyRowMapper extends RowMapper<EncryptionKey, EncryptionKeyRow> {}
