package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface GlobalCredentialRowMapper extends RowMapper<GlobalCredential, GlobalCredentialRow> {

    @Override
    @org.mapstruct.Mapping(target = "id", source = "provider")
    @org.mapstruct.Mapping(target = "keyId", source = "secret.keyId")
    @org.mapstruct.Mapping(target = "ciphertext", source = "secret.text")
    GlobalCredentialRow toRow(GlobalCredential credential);

    @Override
    @org.mapstruct.Mapping(target = "provider", source = "id")
    @org.mapstruct.Mapping(target = "secret", source = "row")
    GlobalCredential toDomain(GlobalCredentialRow row);

    default Ciphertext secret(GlobalCredentialRow row) {
        return new Ciphertext(row.keyId(), row.ciphertext());
    }
}
