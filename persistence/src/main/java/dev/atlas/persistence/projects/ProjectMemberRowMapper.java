package dev.atlas.persistence.projects;

import dev.atlas.domain.Words;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface ProjectMemberRowMapper extends RowMapper<ProjectMember, ProjectMemberRow> {

    default String role(MemberRole role) {
        return Words.of(role);
    }

    default MemberRole role(String role) {
        return Words.constant(MemberRole.class, role);
    }
}
