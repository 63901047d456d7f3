package dev.atlas.application.chat;

import dev.atlas.application.Ids;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under which ids a turn is kept. Those of a request that may come again follow from it: so it is found again, on any node and
 * at any time, and said once.
 */
record TurnIds(Id<ChatMessage> said, Id<ChatMessage> answered) {

    /** That of the chat, if it begins with this turn. */
    Id<ChatSession> begun() {
        return new Id<>(said.value());
    }

    private static final int BYTES = 16;

    /** @param request the same 64 hexadecimal digits for every repetition; absent if there will be none */
    static TurnIds of(@Nullable String request, Ids ids) {
        if (request == null) {
            return new TurnIds(ids.next(), ids.next());
        }
        byte[] digest = HexFormat.of().parseHex(request);
        return new TurnIds(id(digest, 0), id(digest, BYTES));
    }

    private static Id<ChatMessage> id(byte[] digest, int from) {
        return new Id<>(new UUID(part(digest, from), part(digest, from + Long.BYTES)));
    }

    private static long part(byte[] digest, int from) {
        return new BigInteger(digest, from, Long.BYTES).longValue();
    }
}
