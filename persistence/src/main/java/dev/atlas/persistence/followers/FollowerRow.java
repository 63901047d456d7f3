package dev.atlas.persistence.followers;

import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;

@MappedEntity("followers")
@LocalToStore
public record FollowerRow(
        @Id String id,
        String position,
        @MappedProperty("heard_at") @Micros Instant heardAt,
        @Version long version) {}
