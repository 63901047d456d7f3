package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.SigningKey;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface SigningKeyRowMapper extends RowMapper<SigningKey, SigningKeyRow> {

    @Override
    @org.mapstruct.Mapping(target = "keyId", source = "secret.keyId")
    @org.mapstruct.Mapping(target = "ciphertext", source = "secret.text")
    SigningKeyRow toRow(SigningKey key);

    @Override
    @org.mapstruct.Mapping(target = "secret", source = "row")
    SigningKey toDomain(SigningKeyRow row);

    default Ciphertext secret(SigningKeyRow row) {
        return new Ciphertext(row.keyId(), row.ciphertext());
    }
}
