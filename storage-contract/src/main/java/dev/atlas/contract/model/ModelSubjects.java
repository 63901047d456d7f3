package dev.atlas.contract.model;

import dev.atlas.contract.samples.TrackingSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Subject;
import dev.atlas.domain.tracking.Subjects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ModelSubjects extends ModelAggregates<Id<Subject>, Subject> implements Subjects {

    ModelSubjects(Model model) {
        super(TrackingSamples.SUBJECTS, model);
    }

    @Override
    public Optional<Subject> named(Id<Project> project, String subjectId) {
        return where(subject -> subject.projectId().equals(project)
                        && subject.subjectId().equals(subjectId))
                .findAny();
    }

    @Override
    public Slice<Subject> of(Id<Project> project, @Nullable String release, Page page) {
        return newestFirst(
                page,
                Subject::dateAdded,
                subject -> subject.projectId().equals(project)
                        && (release == null || subject.releases().contains(release)));
    }
}
