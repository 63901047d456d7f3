package dev.atlas.domain.tracking;

import dev.atlas.domain.Tags;
import dev.atlas.domain.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data an experiment is trained on.
 *
 * @param releases such as {@code R1}; the rule of tags
 * @param trainWindows how many windows train it, not negative
 * @param valWindows how many windows validate it, not negative
 * @param cacheFiles paths in their order, each at most 4,096 code points
 * @param augmentation whether the windows are augmented
 */
public record DatasetSpec(
        List<String> releases,
        @Nullable Long trainWindows,
        @Nullable Long valWindows,
        List<String> cacheFiles,
        @Nullable Boolean augmentation) {

    /** A data set of which nothing is known: the same as none. */
    public static final DatasetSpec NONE = new DatasetSpec(List.of(), null, null, List.of(), null);

    public DatasetSpec {
        releases = Tags.of("dataset.releases", releases);
        trainWindows = Numbers.notNegative("dataset.train_windows", trainWindows);
        valWindows = Numbers.notNegative("dataset.val_windows", valWindows);
        cacheFiles = cacheFiles.stream()
                .map(path -> Text.required("dataset.cache_files", path, 4096))
                .toList();
    }
}
