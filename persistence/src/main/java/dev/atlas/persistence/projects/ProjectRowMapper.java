package dev.atlas.persistence.projects;

import dev.atlas.domain.Words;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface ProjectRowMapper extends RowMapper<Project, ProjectRow> {

    default String status(ProjectStatus status) {
        return Words.of(status);
    }

    default ProjectStatus status(String status) {
        return Words.constant(ProjectStatus.class, status);
    }

    default String visibility(Visibility visibility) {
        return Words.of(visibility);
    }

    default Visibility visibility(String visibility) {
        return Words.constant(Visibility.class, visibility);
    }
}
