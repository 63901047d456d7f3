package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.identity.Audit;
import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.storage.Repositories;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What the audit trail is told about projects, always in the unit of work of what it tells. */
record ProjectAudit(Audit audit) {

    private static final SequencedMap<String, Json> NOTHING =
            Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    /**
     * Somebody who is no member saw private projects. One is named as the project of the entry; of several, as on the page
     * of a list, there is one entry that lists them.
     */
    void viewed(Repositories repositories, Caller caller, Collection<Id<Project>> projects) {
        if (projects.size() == 1) {
            Id<Project> project = projects.iterator().next();
            audit.record(repositories, caller, "project.viewed", resource(project), project, Changes.NONE);
        } else {
            Json ids = Json.strings(projects.stream().map(Id::toString).toList());
            Changes seen = Changes.NONE.json("projects", null, ids);
            audit.record(repositories, caller, "project.listed", new Resource("project", ""), seen);
        }
    }

    void created(Repositories repositories, Caller caller, Project project) {
        record(repositories, caller, "project.created", project.id(), NOTHING, values(project));
    }

    void changed(Repositories repositories, Caller caller, String action, Project before, Project after) {
        record(repositories, caller, action, after.id(), values(before), values(after));
    }

    void deleted(Repositories repositories, Caller caller, Project project) {
        record(repositories, caller, "project.deleted", project.id(), values(project), NOTHING);
    }

    void memberAdded(Repositories repositories, Caller caller, ProjectMember added) {
        member(repositories, caller, "project.member_added", added, Changes.NONE.text("role", null, role(added)));
    }

    void memberChanged(Repositories repositories, Caller caller, ProjectMember before, ProjectMember after) {
        Changes changes = Changes.NONE.text("role", role(before), role(after));
        member(repositories, caller, "project.member_changed", after, changes);
    }

    /** By the owner, or by themselves. */
    void memberGone(Repositories repositories, Caller caller, ProjectMember gone) {
        boolean left = caller.user().equals(gone.userId());
        String action = left ? "project.member_left" : "project.member_removed";
        member(repositories, caller, action, gone, Changes.NONE.text("role", role(gone), null));
    }

    private void member(
            Repositories repositories, Caller caller, String action, ProjectMember member, Changes changes) {
        Resource resource = new Resource("project_member", member.userId().toString());
        audit.record(repositories, caller, action, resource, member.projectId(), changes);
    }

    private void record(
            Repositories repositories,
            Caller caller,
            String action,
            Id<Project> project,
            SequencedMap<String, Json> before,
            SequencedMap<String, Json> after) {
        audit.record(repositories, caller, action, resource(project), project, Changes.between(before, after));
    }

    /** What people can change of a project, by the names it has on the wire. */
    private static SequencedMap<String, Json> values(Project project) {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        put(values, "owner_id", project.ownerId().toString());
        put(values, "name", project.name());
        put(values, "description", project.description());
        put(values, "type", project.type());
        put(values, "status", Words.of(project.status()));
        put(values, "archived_at", project.archivedAt() == null ? null : Instants.text(project.archivedAt()));
        put(values, "visibility", Words.of(project.visibility()));
        values.put("tags", Json.strings(project.tags()));
        values.put("settings", project.settings());
        values.put("metadata", project.metadata());
        return values;
    }

    private static void put(Map<String, Json> values, String field, @Nullable String text) {
        if (text != null) {
            values.put(field, new Json.Str(text));
        }
    }

    private static Resource resource(Id<Project> project) {
        return new Resource("project", project.toString());
    }

    private static String role(ProjectMember member) {
        return Words.of(member.role());
    }
}
