package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.util.Collection;
import java.util.List;

/**
 * All experiments. Removing one removes its epochs and checkpoints with it; one that continues it loses its parent. An
 * experiment that names a project or a parent that is not there is refused as {@link Aggregates} says. Every page is
 * newest first (by start, then id).
 */
public interface Experiments extends Aggregates<Id<Experiment>, Experiment> {

    /** Those of this project. */
    Slice<Experiment> of(Id<Project> project, ExperimentFilter filter, Page page);

    /** Those of any of these projects; none of them if {@code projects} is empty. */
    Slice<Experiment> ofAny(Collection<Id<Project>> projects, ExperimentFilter filter, Page page);

    /** Those of every project. */
    Slice<Experiment> list(ExperimentFilter filter, Page page);

    /** Those of {@code ids} that are there, in no particular order. */
    @Unordered
    List<Experiment> among(Collection<Id<Experiment>> ids);
}
