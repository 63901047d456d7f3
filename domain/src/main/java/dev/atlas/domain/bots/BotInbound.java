package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said to a bot, as its platform tells it.
 *
 * @param updateId what the platform knows it by, the same each time it tells it; 1 to {@value #LONGEST_ID} characters
 * @param ordinal grows in the order in which things were said in a conversation; of those that are equal, any may come first
 * @param conversation what the platform knows the chat by, with the thread where it has some; 1 to {@value #LONGEST_ID} characters
 * @param sender what the platform knows by whoever said it; 1 to {@value #LONGEST_ID} characters
 * @param senderName as people know them there, its first {@value #LONGEST_ID} characters; absent if the platform does not tell
 * @param messageId of what was said, so that an answer can refer to it; absent if the platform has none
 * @param text at most {@value #LONGEST_TEXT} characters; absent for what is no text, such as a picture
 * @param address what the platform needs to be answered at, besides the conversation
 */
public record BotInbound(
        BotPlatform platform,
        String updateId,
        long ordinal,
        String conversation,
        String sender,
        @Nullable String senderName,
        @Nullable String messageId,
        @Nullable String text,
        Json.Obj address) {

    public static final int LONGEST_ID = 255;

    /** More than any of the platforms carries in one message. */
    public static final int LONGEST_TEXT = 100_000;

    public BotInbound {
        updateId = Text.required("update_id", updateId, LONGEST_ID);
        conversation = Text.required("conversation", conversation, LONGEST_ID);
        sender = Text.required("sender", sender, LONGEST_ID);
        senderName = Text.optional("sender_name", beginning(senderName), LONGEST_ID);
        messageId = Text.optional("message_id", messageId, LONGEST_ID);
        text = Text.storableOrNull("text", text, LONGEST_TEXT);
    }

    /** Nobody is left unheard because of a long name. */
    private static @Nullable String beginning(@Nullable String name) {
        return name == null || name.codePointCount(0, name.length()) <= LONGEST_ID
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_ID));
    }

    /** The id under which it is kept: it follows from what the platform calls it, so it is kept once however often it comes. */
    public Id<BotUpdate> id() {
        return new Id<>(named("update", updateId));
    }

    /** The lane it is in: that of what one sender says in one conversation. */
    public Id<BotLane> lane() {
        return new Id<>(named("lane", conversation.length() + ":" + conversation + sender));
    }

    private UUID named(String what, String name) {
        String whole = what + ":" + platform + ":" + name;
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
