package dev.atlas.postgres.projects;

import dev.atlas.persistence.projects.ProjectMemberRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ProjectMemberRowRepository extends ProjectMemberRows {}
