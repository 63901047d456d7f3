package dev.atlas.platforms.telegram;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platforms.markup.Document;
import dev.atlas.platforms.markup.TelegramMarkup;
import dev.atlas.platforms.markup.TelegramMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the people on Telegram. */
record TelegramChannel(TelegramClient client) implements BotChannel {

    private static final String AGAIN = "(again, as it may not have arrived)";
    private static final TelegramMessage NOTHING = new TelegramMessage("(nothing to show)", "(nothing to show)");

    @Override
    public BotPlatform platform() {
        return BotPlatform.TELEGRAM;
    }

    @Override
    public String commandSign() {
        return "/";
    }

    @Override
    public Working working(BotInbound of) {
        return Typing.begin(() -> client.sendTyping(TelegramInbound.chat(of)));
    }

    @Override
    public Parts parts(BotInbound of, String markdown) {
        List<TelegramMessage> messages = TelegramMarkup.of(Document.of(markdown));
        return new Messages(client, of, messages.isEmpty() ? List.of(NOTHING) : messages);
    }

    private record Messages(TelegramClient client, BotInbound of, List<TelegramMessage> messages) implements Parts {

        @Override
        public int count() {
            return messages.size();
        }

        @Override
        public String send(int part, boolean repeated) {
            TelegramMessage message = messages.get(part);
            if (repeated) {
                TelegramMessage marked = marked(message);
                if (marked == null) {
                    send(new TelegramMessage("<i>" + AGAIN + "</i>", AGAIN), null);
                } else {
                    message = marked;
                }
            }
            return send(message, part == 0 ? of.messageId() : null);
        }

        private String send(TelegramMessage message, @Nullable String replyTo) {
            return client.sendMessage(TelegramInbound.chat(of), message, replyTo);
        }

        /** Null if there is no room for the mark. */
        private static @Nullable TelegramMessage marked(TelegramMessage message) {
            TelegramMessage marked =
                    new TelegramMessage("<i>" + AGAIN + "</i>\n" + message.html(), AGAIN + "\n" + message.plain());
            return marked.html().length() > TelegramMarkup.LONGEST
                            || marked.plain().length() > TelegramMarkup.LONGEST
                    ? null
                    : marked;
        }
    }
}
