package dev.atlas.api.tracking;

import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.tracking.DatasetChange;
import dev.atlas.domain.tracking.DatasetSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data an experiment is trained on, or a merge patch of it. */
public record DatasetInput(
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> releases,
        @Nullable @Limits(min = 0) Long trainWindows,
        @Nullable @Limits(min = 0) Long valWindows,
        @Nullable List<@Limits(min = 1, max = 4096) String> cacheFiles,
        @Nullable Boolean augmentation,
        Patch patch) {

    static DatasetSpec spec(@Nullable DatasetInput dataset) {
        return dataset == null
                ? DatasetSpec.NONE
                : new DatasetSpec(
                        Objects.requireNonNullElse(dataset.releases, List.of()),
                        dataset.trainWindows,
                        dataset.valWindows,
                        Objects.requireNonNullElse(dataset.cacheFiles, List.of()),
                        dataset.augmentation);
    }

    static @Nullable DatasetChange change(@Nullable DatasetInput dataset) {
        if (dataset == null) {
            return null;
        }
        Patch patch = dataset.patch;
        return new DatasetChange(
                patch.of("releases", dataset.releases),
                patch.of("train_windows", dataset.trainWindows),
                patch.of("val_windows", dataset.valWindows),
                patch.of("cache_files", dataset.cacheFiles),
                patch.of("augmentation", dataset.augmentation));
    }
}
