package dev.atlas.persistence.nodes;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface NodeRows extends CrudRepository<NodeRow, UUID> {}
