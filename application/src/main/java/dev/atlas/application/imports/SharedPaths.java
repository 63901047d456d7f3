package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Paths that checkpoints of several runs name: the later run has overwritten the file of the earlier one. */
final class SharedPaths {

    private final Map<String, Set<Id<Experiment>>> runs = new TreeMap<>();

    void met(Checkpoint checkpoint) {
        String path = checkpoint.file().path();
        if (path != null) {
            runs.computeIfAbsent(path, p -> new HashSet<>()).add(checkpoint.experimentId());
        }
    }

    void report(Findings findings) {
        runs.forEach((path, experiments) -> {
            if (experiments.size() > 1) {
                findings.add(Findings.Code.PATH_SHARED, path);
            }
        });
    }
}
