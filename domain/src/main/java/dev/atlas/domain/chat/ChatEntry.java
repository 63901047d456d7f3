package dev.atlas.domain.chat;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a session, before it has its place there.
 *
 * @param content at most {@value #LONGEST} code points, kept as it is; blank only in what is not complete
 * @param provider who answered, at most 32 code points; absent unless a model was asked
 * @param model what answered, at most 128 code points
 * @param usage what it took; absent if nobody knows
 * @param toolCalls what the model asked tools on the way to this answer, in that order; at most {@value #MOST_TOOL_CALLS}
 * @param metadata free
 */
public record ChatEntry(
        ChatRole role,
        MessageState state,
        String content,
        @Nullable String provider,
        @Nullable String model,
        @Nullable ChatUsage usage,
        List<ToolCall> toolCalls,
        Json.Obj metadata) {

    /** Code points of a message: several times what models answer at most, and well within a document of MongoDB. */
    public static final int LONGEST = 500_000;

    /** Several times what an agent may ask in one turn. */
    public static final int MOST_TOOL_CALLS = 100;

    public ChatEntry {
        content = Text.storable("content", content, LONGEST);
        if (state == MessageState.COMPLETE && content.isBlank()) {
            throw new InvalidValue("content", "must not be blank");
        }
        provider = Text.optional("provider", provider, ChatSession.LONGEST_PROVIDER);
        model = Text.optional("model", model, ChatSession.LONGEST_MODEL);
        if (toolCalls.size() > MOST_TOOL_CALLS) {
            throw new InvalidValue("tool_calls", "must be at most " + MOST_TOOL_CALLS);
        }
        toolCalls = List.copyOf(toolCalls);
    }

    /** Without tools. */
    public ChatEntry(
            ChatRole role,
            MessageState state,
            String content,
            @Nullable String provider,
            @Nullable String model,
            @Nullable ChatUsage usage,
            Json.Obj metadata) {
        this(role, state, content, provider, model, usage, List.of(), metadata);
    }

    /** The place of what is being answered. */
    public static ChatEntry pending(String provider, String model) {
        return new ChatEntry(ChatRole.ASSISTANT, MessageState.PENDING, "", provider, model, null, Json.Obj.EMPTY);
    }

    /** These words, with what came of the calls by now. */
    public ChatEntry calling(List<ToolCall> calls) {
        return new ChatEntry(role, state, content, provider, model, usage, calls, metadata);
    }

    /** These words, having come to this end. */
    public ChatEntry in(MessageState other) {
        return new ChatEntry(role, other, content, provider, model, usage, toolCalls, metadata);
    }

    /** These words after this was used for them, besides what was before. */
    public ChatEntry taking(@Nullable ChatUsage more) {
        ChatUsage all = ChatUsage.together(usage, more);
        return new ChatEntry(role, state, content, provider, model, all, toolCalls, metadata);
    }

    /** These words with something that is known of them. */
    public ChatEntry with(String name, Json value) {
        SequencedMap<String, Json> known = new LinkedHashMap<>(metadata.members());
        known.put(name, value);
        return new ChatEntry(role, state, content, provider, model, usage, toolCalls, new Json.Obj(known));
    }

    /** What the owner says. Throws {@link InvalidValue} naming {@code content} if nobody could see it. */
    public static ChatEntry ofUser(String content) {
        if (Text.unseen(content)) {
            throw new InvalidValue("content", "must not be blank");
        }
        return new ChatEntry(ChatRole.USER, MessageState.COMPLETE, content, null, null, null, Json.Obj.EMPTY);
    }
}
