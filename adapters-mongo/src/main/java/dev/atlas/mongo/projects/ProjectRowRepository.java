package dev.atlas.mongo.projects;

import dev.atlas.persistence.projects.ProjectRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ProjectRowRepository extends ProjectRows {}
