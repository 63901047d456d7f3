package dev.atlas.mongo.projects;

import dev.atlas.persistence.projects.ProjectMemberRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ProjectMemberRowRepository extends ProjectMemberRows {}
