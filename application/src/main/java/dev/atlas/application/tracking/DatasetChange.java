package dev.atlas.application.tracking;

import dev.atlas.application.Change;
import dev.atlas.domain.tracking.DatasetSpec;
import java.util.List;

/** A merge patch of a data set; lists are replaced whole. */
public record DatasetChange(
        Change<List<String>> releases,
        Change<Long> trainWindows,
        Change<Long> valWindows,
        Change<List<String>> cacheFiles,
        Change<Boolean> augmentation) {

    DatasetSpec of(DatasetSpec current) {
        return new DatasetSpec(
                releases.orWhenCleared(List.of(), current.releases()),
                trainWindows.from(current.trainWindows()),
                valWindows.from(current.valWindows()),
                cacheFiles.orWhenCleared(List.of(), current.cacheFiles()),
                augmentation.from(current.augmentation()));
    }
}
