package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Splits;
import dev.atlas.domain.tracking.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subjects stay subjects; their one release becomes a list. */
record SubjectTable(Id<Project> project, Instant now) implements SourceTable<Subject> {

    @Override
    public String table() {
        return "subjects";
    }

    @Override
    public String keyColumn() {
        return "subject_id";
    }

    @Override
    public String entities() {
        return "subjects";
    }

    @Override
    public Subject read(Cells cells, UUID id) {
        String release = cells.text("release");
        return new Subject(
                new Id<>(id),
                project,
                cells.key("subject_id"),
                cells.real("age"),
                sex(cells.text("sex")),
                null,
                release == null || release.isBlank() ? List.of() : List.of(release),
                null,
                null,
                null,
                cells.real("p_factor"),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY,
                Splits.NONE,
                new Json.Arr(List.of()),
                Json.Obj.EMPTY,
                cells.whole("n_sessions"),
                cells.whole("n_trials"),
                cells.real("data_quality"),
                cells.text("notes"),
                now,
                null,
                0);
    }

    private static @Nullable Sex sex(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "F" -> Sex.F;
            case "M" -> Sex.M;
            default -> throw new InvalidValue("sex", "must be F or M");
        };
    }

    @Override
    public void met(String key, Cells cells, Subject subject) {}

    @Override
    public Optional<String> obstacle(Repositories repositories, Subject subject) {
        return repositories.subjects().named(project, subject.subjectId()).isEmpty()
                ? Optional.empty()
                : Optional.of("the project has a subject of this id already");
    }

    @Override
    public void add(Repositories repositories, Subject subject) {
        repositories.subjects().add(subject);
    }

    @Override
    public Optional<Subject> find(Repositories repositories, UUID id) {
        return repositories.subjects().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Subject> three) {
        Subject mine = three.mine();
        repositories
                .subjects()
                .replace(new Subject(
                        mine.id(),
                        mine.projectId(),
                        mine.subjectId(),
                        three.of(Subject::age),
                        three.of(Subject::sex),
                        mine.handedness(),
                        three.of(Subject::releases),
                        mine.eegAvailable(),
                        mine.demographicsAvailable(),
                        mine.phenotypicAvailable(),
                        three.of(Subject::pFactor),
                        mine.phenotypic(),
                        mine.eegQuality(),
                        mine.splits(),
                        mine.sessions(),
                        mine.annotations(),
                        three.of(Subject::sessionCount),
                        three.of(Subject::trialCount),
                        three.of(Subject::dataQuality),
                        three.of(Subject::notes),
                        mine.dateAdded(),
                        mine.lastProcessed(),
                        mine.version()));
    }
}
