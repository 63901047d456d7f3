package dev.atlas.persistence;

import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueMappingStrategy;
import org.mapstruct.ReportingPolicy;

/** What all row mappers have in common: a component nobody maps is a build failure. */
@MapperConfig(
        componentModel = "jsr330",
        uses = Values.class,
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        nullValueMappingStrategy = NullValueMappingStrategy.RETURN_NULL)
public interface Mapping {}
