package dev.atlas.platforms.telegram;

import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What was said on Telegram, as the inbox keeps it. */
final class TelegramInbound {

    private static final String CHAT = "chat";
    private static final String THREAD = "thread";

    private TelegramInbound() {}

    static BotInbound of(InboundMessage message) {
        SequencedMap<String, Json> address = new LinkedHashMap<>();
        address.put(CHAT, new Json.Str(message.conversation()));
        if (message.thread() != null) {
            address.put(THREAD, new Json.Str(message.thread()));
        }
        Sender sender = message.sender();
        return new BotInbound(
                BotPlatform.TELEGRAM,
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
    static TelegramChat chat(BotInbound inbound) {
        SequencedMap<String, Json> address = inbound.address().members();
        if (!(address.get(CHAT) instanceof Json.Str(String chat))) {
            int end = inbound.conversation().indexOf(':');
            return end < 0
                    ? new TelegramChat(inbound.conversation(), null)
                    : new TelegramChat(
                            inbound.conversation().substring(0, end),
                            inbound.conversation().substring(end + 1));
        }
        return new TelegramChat(chat, address.get(THREAD) instanceof Json.Str(String thread) ? thread : null);
    }
}
