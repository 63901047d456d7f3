package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Users;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.Secret;
import dev.atlas.persistence.UniqueRule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("users")
@UniqueRule(name = Users.USERNAME, columns = "username")
public record UserRow(
        @Id UUID id,
        String username,
        @MappedProperty("display_name") @Nullable String displayName,
        @Nullable String email,
        String role,
        @MappedProperty("password_hash") @Secret @Nullable String passwordHash,
        boolean active,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
