package dev.atlas.persistence.tracking;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Subject;
import dev.atlas.domain.tracking.Subjects;
import dev.atlas.persistence.Condition.Holds;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredSubjects extends StoredById<Subject, SubjectRow> implements Subjects {

    StoredSubjects(SubjectRows rows, SubjectRowMapper mapper, Engine engine) {
        super(SubjectRow.class, rows, mapper, engine);
    }

    @Override
    public Optional<Subject> named(Id<Project> project, String subjectId) {
        return all(among(project).whereEqual("subject_id", subjectId)).stream().findFirst();
    }

    @Override
    public Slice<Subject> of(Id<Project> project, @Nullable String release, Page page) {
        Listing<SubjectRow> subjects = among(project).newestFirst("date_added", page);
        return Slice.of(
                all(release == null ? subjects : subjects.where(new Holds("releases", release))),
                page.limit(),
                subject -> new Cursor(subject.dateAdded(), subject.id().value()));
    }

    private static Listing<SubjectRow> among(Id<Project> project) {
        return Listing.of(SubjectRow.class).whereEqual("project_id", project.value());
    }
}
