package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.tracking.DatasetSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data an experiment is trained on. */
@View
public record DatasetView(
        List<String> releases,
        @Nullable Long trainWindows,
        @Nullable Long valWindows,
        List<String> cacheFiles,
        @Nullable Boolean augmentation) {

    static @Nullable DatasetView of(DatasetSpec dataset) {
        return dataset.equals(DatasetSpec.NONE)
                ? null
                : new DatasetView(
                        dataset.releases(),
                        dataset.trainWindows(),
                        dataset.valWindows(),
                        dataset.cacheFiles(),
                        dataset.augmentation());
    }
}
