package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.storage.Repositories;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the audit trail is told about projects, always in the unit of work of what it tells. */
record ProjectAudit(Foundation foundation) {

    /** Somebody who is no member saw private projects. */
    void viewed(Repositories repositories, Caller caller, Collection<Id<Project>> projects) {}

    void created(Repositories repositories, Caller caller, Project project) {}

    void changed(Repositories repositories, Caller caller, String action, Project before, Project after) {}

    void deleted(Repositories repositories, Caller caller, Project project) {}

    void member(
            Repositories repositories,
            Caller caller,
            String action,
            @Nullable ProjectMember before,
            @Nullable ProjectMember after) {}
}
