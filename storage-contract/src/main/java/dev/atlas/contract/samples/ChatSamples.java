package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatAllowance;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatMessages;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatTotals;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.util.List;

/** Chats and what was said in them. */
public final class ChatSamples {

    /** Of every scale; more digits than a double holds. */
    private static final List<BigDecimal> COSTS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.000"),
            new BigDecimal("0.0012345"),
            new BigDecimal("0.0000005"),
            new BigDecimal("2.50"),
            new BigDecimal("123456789012.000000000000000001"));

    private static final int PLACES = 1_000;

    public static final Port<Id<ChatSession>, ChatSession> SESSIONS =
            new Port<>("chat_sessions", Repositories::chatSessions, ChatSamples::session, List.of());

    public static final Port<Id<ChatMessage>, ChatMessage> MESSAGES = new Port<>(
            "chat_messages",
            Repositories::chatMessages,
            ChatSamples::message,
            List.of(UniqueValue.of(ChatMessages.ONE_PER_PLACE, "sessionId", "sequence")));

    public static final Port<Id<User>, ChatAllowance> ALLOWANCES = new Port<>(
            "chat_allowances",
            Repositories::chatAllowances,
            (samples, repositories) ->
                    new ChatAllowance(samples.id(), samples.instant(), samples.count(), samples.count(), 0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(SESSIONS, MESSAGES, ALLOWANCES);

    public static final List<Link<?, ?, ?>> LINKS = List.of(
            new Link<User, Id<User>, ChatSession>(IdentitySamples.USERS, SESSIONS, "ownerId", WhenGone.REMOVED),
            new Link<User, Id<User>, ChatMessage>(IdentitySamples.USERS, MESSAGES, "ownerId", WhenGone.REMOVED),
            new Link<ChatSession, Id<ChatSession>, ChatMessage>(SESSIONS, MESSAGES, "sessionId", WhenGone.REMOVED));

    private ChatSamples() {}

    private static ChatSession session(Samples samples, Repositories repositories) {
        return new ChatSession(
                samples.id(),
                samples.referTo(IdentitySamples.USERS, repositories),
                samples.maybe(samples::text),
                samples.maybe(() -> "openai"),
                samples.maybe(samples::word),
                samples.maybe(samples::word),
                samples.object(),
                samples.chance() ? null : samples.instant(),
                new ChatTotals(
                        samples.count(), samples.count(), samples.count(), samples.oneOf(COSTS), samples.count()),
                samples.instant(),
                samples.instant(),
                0);
    }

    private static ChatMessage message(Samples samples, Repositories repositories) {
        return new ChatMessage(
                samples.id(),
                samples.referTo(SESSIONS, repositories),
                samples.referTo(IdentitySamples.USERS, repositories),
                1L + samples.number(PLACES),
                entry(samples),
                samples.instant(),
                0);
    }

    private static ChatEntry entry(Samples samples) {
        MessageState state = samples.oneOf(MessageState.class);
        return new ChatEntry(
                samples.oneOf(ChatRole.class),
                state,
                state != MessageState.COMPLETE && samples.chance() ? "" : samples.text(),
                samples.maybe(() -> "openai"),
                samples.maybe(samples::word),
                samples.maybe(() -> new ChatUsage(
                        samples.number(PLACES), samples.number(PLACES), samples.maybe(() -> samples.oneOf(COSTS)))),
                samples.chance() ? List.of() : List.of(toolCall(samples), toolCall(samples)),
                samples.object());
    }

    private static ToolCall toolCall(Samples samples) {
        return new ToolCall(
                samples.word(),
                samples.word(),
                samples.oneOf(ToolCallStatus.class),
                samples.maybe(samples::object),
                samples.maybe(samples::text));
    }
}
