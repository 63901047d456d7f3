package dev.atlas.platforms.slack;

import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What was said on Slack, as the inbox keeps it. */
final class SlackInbound {

    private static final String CHANNEL = "channel";
    private static final String THREAD = "thread";

    private SlackInbound() {}

    static BotInbound of(InboundMessage message) {
        SequencedMap<String, Json> address = new LinkedHashMap<>();
        address.put(CHANNEL, new Json.Str(message.conversation()));
        if (message.thread() != null) {
            address.put(THREAD, new Json.Str(message.thread()));
        }
        Sender sender = message.sender();
        return new BotInbound(
                BotPlatform.SLACK,
                message.updateId(),
                message.ordinal(),
                message.thread() == null ? message.conversation() : message.conversation() + ":" + message.thread(),
                sender.id(),
                sender.username() == null ? sender.name() : sender.username(),
                message.messageId(),
                message.text(),
                new Json.Obj(address));
    }

    /** Where it is answered, also what nobody has said. */
    static String channel(BotInbound inbound) {
        return inbound.address().members().get(CHANNEL) instanceof Json.Str(String channel)
                ? channel
                : inbound.conversation().replaceFirst(":.*", "");
    }

    /** In which it is answered; absent if in none. */
    static @Nullable String thread(BotInbound inbound) {
        if (inbound.address().members().containsKey(CHANNEL)) {
            return inbound.address().members().get(THREAD) instanceof Json.Str(String thread) ? thread : null;
        }
        int end = inbound.conversation().indexOf(':');
        return end < 0 ? null : inbound.conversation().substring(end + 1);
    }
}
