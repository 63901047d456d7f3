package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.application.tracking.EpochLog;
import java.util.List;

/**
 * What became of epochs that were logged at once.
 *
 * @param created how many were new
 * @param merged how many were there and were merged into
 * @param items after logging, in the order of the request
 */
@View
public record LoggedEpochsView(long created, long merged, List<EpochView> items) {

    static LoggedEpochsView of(List<EpochLog.Logged> logged) {
        long created = logged.stream().filter(EpochLog.Logged::created).count();
        return new LoggedEpochsView(
                created,
                logged.size() - created,
                logged.stream().map(each -> EpochView.of(each.epoch())).toList());
    }
}
