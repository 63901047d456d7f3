package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface UserCredentialRowMapper extends RowMapper<UserCredential, UserCredentialRow> {

    @Override
    @org.mapstruct.Mapping(target = "keyId", source = "secret.keyId")
    @org.mapstruct.Mapping(target = "ciphertext", source = "secret.text")
    UserCredentialRow toRow(UserCredential credential);

    @Override
    @org.mapstruct.Mapping(target = "secret", source = "row")
    UserCredential toDomain(UserCredentialRow row);

    default Ciphertext secret(UserCredentialRow row) {
        return new Ciphertext(row.keyId(), row.ciphertext());
    }
}
