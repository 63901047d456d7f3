package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;

/** What the audit trail is told about projects, always in the unit of work of what it tells. */
record ProjectAudit(Foundation foundation) {

    /** Somebody who is no member saw a private project. */
    void viewed(Repositories repositories, Caller caller, Id<Project> project) {}
}
