package dev.atlas.contract.model;

import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.ProjectMembers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class ModelProjectMembers extends ModelAggregates<Id<ProjectMember>, ProjectMember> implements ProjectMembers {

    ModelProjectMembers(Model model) {
        super(ProjectSamples.MEMBERS, model);
    }

    @Override
    public Optional<ProjectMember> find(Id<Project> project, Id<User> user) {
        return where(member ->
                        member.projectId().equals(project) && member.userId().equals(user))
                .findAny();
    }

    @Override
    public Slice<ProjectMember> ofProject(Id<Project> project, Page page) {
        return newestFirst(
                page, ProjectMember::createdAt, member -> member.projectId().equals(project));
    }

    @Override
    public List<ProjectMember> ofUser(Id<User> user) {
        return where(member -> member.userId().equals(user))
                .sorted(Comparator.comparing(ProjectMember::createdAt)
                        .thenComparing(member -> member.id().value(), Id::compare))
                .toList();
    }
}
