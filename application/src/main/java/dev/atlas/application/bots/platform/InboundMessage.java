package dev.atlas.application.bots.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said where a bot can hear it. What is no character, which platforms let through, is replaced by the sign for that.
 *
 * @param updateId what the platform knows the delivery by, the same each time it delivers it
 * @param ordinal grows in the order in which things were said in a conversation
 * @param conversation what the platform knows the chat by
 * @param thread the part of the chat to answer in; absent if it has none
 * @param messageId of what was said, so that an answer can refer to it
 * @param text without a mention of the bot before it, and commands without its name; absent for what is no text, such as a picture
 * @param addressed true if it is meant for the bot: said to it alone, with its name, as a command, or in answer to it
 * @param serviceAddress where answers go; absent where that is always the same
 */
public record InboundMessage(
        String updateId,
        long ordinal,
        String conversation,
        @Nullable String thread,
        Kind kind,
        Sender sender,
        String messageId,
        @Nullable String text,
        boolean addressed,
        Instant sentAt,
        @Nullable String serviceAddress) {

    public InboundMessage {
        updateId = readable(updateId);
        conversation = readable(conversation);
        thread = thread == null ? null : readable(thread);
        messageId = readable(messageId);
        text = text == null ? null : readable(text);
    }

    private static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> readable.appendCodePoint(isOne(point) ? point : 0xFFFD));
        return readable.toString();
    }

    private static boolean isOne(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    /** Who hears what is said in a conversation. */
    public enum Kind {
        /** One person and the bot. */
        DIRECT,
        GROUP
    }

    /**
     * Who said it.
     *
     * @param id what the platform knows them by
     * @param username under which others find them; absent if the platform does not tell
     * @param name as others see it; absent if the platform does not tell
     */
    public record Sender(
            String id, @Nullable String username, @Nullable String name) {
        public Sender {
            id = readable(id);
            username = username == null ? null : readable(username);
            name = name == null ? null : readable(name);
        }
    }
}
