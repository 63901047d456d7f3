package dev.atlas.api.events;

import dev.atlas.api.http.View;
import dev.atlas.application.events.ChangeEvent;
import dev.atlas.application.events.EventPage;
import java.util.List;

/**
 * What happened, in the order of commits.
 *
 * @param position to be sent as {@code Last-Event-ID} by whoever goes on
 */
@View
public record EventPageView(List<EventView> events, String position) {

    /** What one transaction changed. */
    @View
    public record EventView(String position, List<ChangeView> changes) {

        private static EventView of(ChangeEvent event) {
            return new EventView(
                    event.position().text(),
                    event.changes().stream()
                            .map(each -> new ChangeView(each.kind(), each.key(), each.gone()))
                            .toList());
        }
    }

    /** A record that was added, changed or removed. */
    @View
    public record ChangeView(String kind, String key, boolean gone) {}

    static EventPageView of(EventPage page) {
        return new EventPageView(
                page.events().stream().map(EventView::of).toList(),
                page.position().text());
    }
}
