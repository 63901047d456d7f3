package dev.atlas.domain.bots;

import dev.atlas.domain.Text;

/**
 * What is answered, in Markdown, and how far it is sent. A platform takes long answers in parts; that one is about to be sent is stored
 * before it is, so that after a crash it is known of which part nobody knows whether it arrived.
 *
 * @param sent parts that have certainly arrived
 * @param sending true if the next part may have arrived
 * @param repeated true if some part was sent again that may have arrived before
 */
public record BotReply(String text, long sent, boolean sending, boolean repeated) {

    /** As long as the longest answer of a model, in parts of tool calls and errors, ever is. */
    public static final int LONGEST = 1_000_000;

    public BotReply {
        text = Text.storable("reply", text, LONGEST);
    }

    public static BotReply of(String text) {
        return new BotReply(text, 0, false, false);
    }

    /** The next part goes out from now on. If it may have gone out before, that is marked. */
    public BotReply begun() {
        return new BotReply(text, sent, true, repeated || sending);
    }

    /** That part has arrived. */
    public BotReply arrived() {
        return new BotReply(text, sent + 1, false, repeated);
    }

    /** That part has certainly not arrived. */
    public BotReply refused() {
        return new BotReply(text, sent, false, repeated);
    }
}
