package dev.atlas.domain.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which experiments are wanted; null asks for nothing.
 *
 * @param tag only those that carry exactly this tag
 * @param model only those whose model has exactly this name
 * @param startedFrom only those started at this time or later
 * @param startedBefore only those started earlier than this
 */
public record ExperimentFilter(
        @Nullable ExperimentStatus status,
        @Nullable Long challenge,
        @Nullable String tag,
        @Nullable String model,
        @Nullable Instant startedFrom,
        @Nullable Instant startedBefore) {

    public static final ExperimentFilter NONE = new ExperimentFilter(null, null, null, null, null, null);

    public static ExperimentFilter in(ExperimentStatus status) {
        return new ExperimentFilter(status, null, null, null, null, null);
    }

    public ExperimentFilter ofChallenge(@Nullable Long wanted) {
        return new ExperimentFilter(status, wanted, tag, model, startedFrom, startedBefore);
    }

    public ExperimentFilter tagged(String wanted) {
        return new ExperimentFilter(status, challenge, wanted, model, startedFrom, startedBefore);
    }

    public ExperimentFilter startedFrom(Instant earliest) {
        return new ExperimentFilter(status, challenge, tag, model, earliest, startedBefore);
    }
}
