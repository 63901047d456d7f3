package dev.atlas.application.chat;

import dev.atlas.application.Ids;
import dev.atlas.application.idempotency.RepeatableRequest;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.usage.UsageRecord;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under which ids a turn is kept. Those of a request that may come again follow from it: so it is found again, on any node and
 * at any time, and said once.
 *
 * @param content digest of the request; absent if it will not be repeated
 */
record TurnIds(
        Id<ChatMessage> said,
        Id<ChatMessage> answered,
        @Nullable String content) {

    /** That of the chat, if it begins with this turn. */
    Id<ChatSession> begun() {
        return new Id<>(said.value());
    }

    /** That of the record of the call that ended the turn with this answer: there is one, whoever comes to write it. */
    static Id<UsageRecord> used(Id<ChatMessage> answered) {
        return new Id<>(answered.value());
    }

    private static final int BYTES = 16;

    /** Its name in the metadata of what was said. */
    private static final String REQUEST = "request";

    /** @param request absent if it will not be repeated */
    static TurnIds of(@Nullable RepeatableRequest request, Ids ids) {
        if (request == null) {
            return new TurnIds(ids.next(), ids.next(), null);
        }
        byte[] digest = HexFormat.of().parseHex(request.id());
        return new TurnIds(id(digest, 0), id(digest, BYTES), request.content());
    }

    /** What the owner says, marked such that another request under the same key is told from a repetition. */
    ChatEntry words(String said) {
        ChatEntry words = ChatEntry.ofUser(said);
        return content == null ? words : words.with(REQUEST, new Json.Str(content));
    }

    /** True if these words were said by this very request. */
    boolean said(ChatMessage words) {
        return new Json.Str(String.valueOf(content))
                .equals(words.entry().metadata().members().get(REQUEST));
    }

    private static Id<ChatMessage> id(byte[] digest, int from) {
        return new Id<>(new UUID(part(digest, from), part(digest, from + Long.BYTES)));
    }

    private static long part(byte[] digest, int from) {
        return new BigInteger(digest, from, Long.BYTES).longValue();
    }
}
