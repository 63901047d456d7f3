package dev.atlas.persistence.identity;

import dev.atlas.persistence.LocalToStore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;

@MappedEntity("guards")
@LocalToStore
public record GuardRow(@Id String id, @Version long version) {}
