package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.shadow.KeptDifference;
import dev.atlas.application.shadow.ShadowDifference;
import dev.atlas.application.shadow.ShadowOutcome;
import dev.atlas.application.shadow.ShadowReport;
import java.time.Instant;
import java.util.List;

/**
 * What became of the questions that were to be compared with the mirror since the process began.
 *
 * @param share of the reads that are compared
 * @param differences the last 100 of them, each once, the one found last first
 */
@View
public record StorageComparisonsView(
        double share, long equal, long lag, long different, long dropped, List<AnswerDifferenceView> differences) {

    /**
     * A question that the store and the mirror answer differently.
     *
     * @param question the port and its method
     * @param records those of both answers that differ; none if both hold the same ones in another order or selection
     */
    @View
    public record AnswerDifferenceView(
            String question,
            String kind,
            Instant first,
            Instant last,
            long times,
            ComparedAnswerView primary,
            ComparedAnswerView mirror,
            List<RecordDifferenceView> records) {}

    static StorageComparisonsView of(ShadowReport report) {
        return new StorageComparisonsView(
                report.share(),
                count(report, ShadowOutcome.EQUAL),
                count(report, ShadowOutcome.LAG),
                count(report, ShadowOutcome.DIFFERENT),
                count(report, ShadowOutcome.DROPPED),
                report.differences().stream().map(StorageComparisonsView::of).toList());
    }

    private static long count(ShadowReport report, ShadowOutcome outcome) {
        return report.counts().getOrDefault(outcome, 0L);
    }

    private static AnswerDifferenceView of(KeptDifference kept) {
        ShadowDifference difference = kept.difference();
        return new AnswerDifferenceView(
                difference.question(),
                difference.kind(),
                kept.first(),
                kept.last(),
                kept.times(),
                ComparedAnswerView.of(difference.primary()),
                ComparedAnswerView.of(difference.mirror()),
                difference.records().stream().map(RecordDifferenceView::of).toList());
    }
}
