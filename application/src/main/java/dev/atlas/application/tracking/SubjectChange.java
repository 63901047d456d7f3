package dev.atlas.application.tracking;

import dev.atlas.application.Change;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Handedness;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Split;
import dev.atlas.domain.tracking.Splits;
import dev.atlas.domain.tracking.Subject;
import java.time.Instant;
import java.util.List;

/** A merge patch of a subject; the free objects in it are merge patches of theirs. The subject id stays. */
public record SubjectChange(
        Change<Double> age,
        Change<Sex> sex,
        Change<Handedness> handedness,
        Change<List<String>> releases,
        Change<Boolean> eegAvailable,
        Change<Boolean> demographicsAvailable,
        Change<Boolean> phenotypicAvailable,
        Change<Double> pFactor,
        Change<Json.Obj> phenotypic,
        Change<Json.Obj> eegQuality,
        Change<Split> challenge1Split,
        Change<Split> challenge2Split,
        Change<Json.Arr> sessions,
        Change<Json.Obj> annotations,
        Change<Long> sessionCount,
        Change<Long> trialCount,
        Change<Double> dataQuality,
        Change<String> notes,
        Change<Instant> lastProcessed) {

    Subject of(Subject current) {
        return new Subject(
                current.id(),
                current.projectId(),
                current.subjectId(),
                age.from(current.age()),
                sex.from(current.sex()),
                handedness.from(current.handedness()),
                releases.orWhenCleared(List.of(), current.releases()),
                eegAvailable.from(current.eegAvailable()),
                demographicsAvailable.from(current.demographicsAvailable()),
                phenotypicAvailable.from(current.phenotypicAvailable()),
                pFactor.from(current.pFactor()),
                Patches.apply(phenotypic, current.phenotypic()),
                Patches.apply(eegQuality, current.eegQuality()),
                new Splits(
                        challenge1Split.from(current.splits().challenge1()),
                        challenge2Split.from(current.splits().challenge2())),
                sessions.orWhenCleared(new Json.Arr(List.of()), current.sessions()),
                Patches.apply(annotations, current.annotations()),
                sessionCount.from(current.sessionCount()),
                trialCount.from(current.trialCount()),
                dataQuality.from(current.dataQuality()),
                notes.from(current.notes()),
                current.dateAdded(),
                lastProcessed.from(current.lastProcessed()),
                current.version());
    }
}
