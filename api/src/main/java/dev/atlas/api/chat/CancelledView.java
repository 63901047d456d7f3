package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.domain.chat.ChatMessage;
import java.util.List;

/**
 * What was taken back.
 *
 * @param answers the messages that would have been answered, the last first; none if nothing was being asked
 */
@View
public record CancelledView(List<ChatMessageView> answers) {

    static CancelledView of(List<ChatMessage> places) {
        return new CancelledView(places.stream().map(ChatMessageView::of).toList());
    }
}
