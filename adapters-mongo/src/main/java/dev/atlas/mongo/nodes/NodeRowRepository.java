package dev.atlas.mongo.nodes;

import dev.atlas.persistence.nodes.NodeRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface NodeRowRepository extends NodeRows {}
