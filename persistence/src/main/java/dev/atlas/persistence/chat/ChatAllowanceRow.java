package dev.atlas.persistence.chat;

import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

/** @param id that of the user */
@MappedEntity("chat_allowances")
@LocalToStore
public record ChatAllowanceRow(
        @Id UUID id,
        @MappedProperty("began_at") @Micros Instant beganAt,
        long requests,
        long tokens,
        @Version long version) {}
