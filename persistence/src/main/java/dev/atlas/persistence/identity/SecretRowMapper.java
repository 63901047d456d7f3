package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.Secret;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface SecretRowMapper extends RowMapper<Secret, SecretRow> {

    @Override
    @org.mapstruct.Mapping(target = "id", source = "name")
    @org.mapstruct.Mapping(target = "keyId", source = "value.keyId")
    @org.mapstruct.Mapping(target = "ciphertext", source = "value.text")
    SecretRow toRow(Secret secret);

    @Override
    @org.mapstruct.Mapping(target = "name", source = "id")
    @org.mapstruct.Mapping(target = "value", source = "row")
    Secret toDomain(SecretRow row);

    default Ciphertext value(SecretRow row) {
        return new Ciphertext(row.keyId(), row.ciphertext());
    }
}
