package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Projects and who works in them. */
public final class ProjectSamples {

    private static final UniqueValue NAME_PER_OWNER = new UniqueValue(
            Projects.NAME_PER_OWNER,
            List.of("ownerId", "name"),
            state(ProjectStatus.ACTIVE, null),
            state(ProjectStatus.ARCHIVED, Instant.EPOCH));

    public static final Port<Id<Project>, Project> PROJECTS = new Port<>(
            "projects",
            Repositories::projects,
            (samples, repositories) ->
                    project(samples, samples.id(), samples.referTo(IdentitySamples.USERS, repositories)),
            List.of(NAME_PER_OWNER));

    /** An owner's account cannot go while there are projects of theirs. */
    public static final Link<User, Id<User>, Project> OWNER =
            new Link<>(IdentitySamples.USERS, PROJECTS, "ownerId", WhenGone.REFUSED);

    public static final Port<Id<ProjectMember>, ProjectMember> MEMBERS = new Port<>(
            "project_members",
            Repositories::projectMembers,
            (samples, repositories) -> new ProjectMember(
                    samples.id(),
                    samples.referTo(PROJECTS, repositories),
                    samples.referTo(IdentitySamples.USERS, repositories),
                    samples.oneOf(MemberRole.class),
                    samples.instant(),
                    0),
            List.of(UniqueValue.of(ProjectMembers.MEMBER, "projectId", "userId")));

    public static final Link<Project, Id<Project>, ProjectMember> PROJECT_OF_MEMBER =
            new Link<>(PROJECTS, MEMBERS, "projectId", WhenGone.REMOVED);

    public static final Link<User, Id<User>, ProjectMember> MEMBER =
            new Link<>(IdentitySamples.USERS, MEMBERS, "userId", WhenGone.REMOVED);

    public static final List<Port<?, ?>> PORTS = List.of(PROJECTS, MEMBERS);

    public static final List<Link<?, ?, ?>> LINKS = List.of(OWNER, PROJECT_OF_MEMBER, MEMBER);

    private ProjectSamples() {}

    public static Project project(Samples samples, Id<Project> id, Id<User> owner) {
        boolean archived = samples.number(4) == 0;
        return new Project(
                id,
                owner,
                samples.text(),
                samples.maybe(samples::text),
                samples.maybe(() -> "classification"),
                archived ? ProjectStatus.ARCHIVED : ProjectStatus.ACTIVE,
                archived ? samples.instant() : null,
                samples.oneOf(Visibility.class),
                samples.tags(),
                samples.object(),
                samples.object(),
                samples.instant(),
                samples.instant(),
                0);
    }

    private static Map<String, @Nullable Object> state(ProjectStatus status, @Nullable Instant archivedAt) {
        Map<String, @Nullable Object> state = new HashMap<>();
        state.put("status", status);
        state.put("archivedAt", archivedAt);
        return Collections.unmodifiableMap(state);
    }
}
