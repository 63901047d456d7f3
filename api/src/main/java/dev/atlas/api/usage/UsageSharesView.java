package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.application.usage.UsageShare;
import java.util.List;

/** Parts of what was used, those that cost most first. */
@View
public record UsageSharesView(List<UsageShareView> items) {

    static UsageSharesView of(List<UsageShare> shares) {
        return new UsageSharesView(shares.stream().map(UsageShareView::of).toList());
    }
}
