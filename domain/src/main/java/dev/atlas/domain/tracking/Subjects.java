package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Aggregates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subjects of all projects. One of a project that is not there is refused as {@link Aggregates} says. */
public interface Subjects extends Aggregates<Id<Subject>, Subject> {

    /** The unique rule on the subject ids of a project. */
    String SUBJECT_ID_PER_PROJECT = "subjects_subject_id_per_project";

    /** The one of this project with this subject id, or empty; case counts. */
    Optional<Subject> named(Id<Project> project, String subjectId);

    /** Those of this project, of this release unless that is null; newest first (by date added, then id). */
    Slice<Subject> of(Id<Project> project, @Nullable String release, Page page);
}
