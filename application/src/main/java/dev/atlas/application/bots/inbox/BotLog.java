package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.application.bots.LinkedUser;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotReply;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Repositories;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How conversations are kept. The ids of messages follow from that of the update they are about, so each is kept once. Every step
 * writes the update or is harmless when it is done again: of two workers who take themselves for the one in charge, one goes on. The same
 * step counts what it adds ({@link dev.atlas.domain.bots.BotRollups}); that others count at the same time is settled by the store, so
 * nobody is refused for it.
 */
record BotLog(Foundation foundation) {

    /** Keeps what a user said, in a conversation that begins with it if there is none. */
    BotConversation said(BotUpdate update, LinkedUser who) {
        BotInbound inbound = update.inbound();
        Instant now = foundation.now();
        return foundation
                .storage()
                .write(to -> {
                    BotConversation there = to.botConversations()
                            .find(BotConversation.id(who.account().id(), inbound.conversation()))
                            .orElseGet(() -> to.botConversations().add(begun(inbound, who, now)));
                    Id<BotMessage> id = new Id<>(update.id().value());
                    if (to.botMessages().find(id).isEmpty()) {
                        add(to, there, inbound(id, there, inbound, now));
                    }
                    return there;
                })
                .value();
    }

    /** Keeps what is to be answered, and that its first part is about to be sent. */
    BotUpdate answered(BotUpdate update, Answer answer) {
        Instant now = foundation.now();
        return foundation
                .storage()
                .write(to -> {
                    BotUpdate replying = to.botUpdates()
                            .replace(update.with(BotReply.of(answer.text()).begun()));
                    BotConversation before = answer.conversation();
                    if (before != null) {
                        to.botConversations().find(before.id()).ifPresent(there -> {
                            to.botConversations().replace(there.spoken(before.agent(), session(before, answer), now));
                            add(to, there, outbound(update, there, answer, now));
                        });
                    }
                    return replying;
                })
                .value();
    }

    /** Keeps how far the reply is sent. */
    BotUpdate replying(BotUpdate update, BotReply reply) {
        return foundation
                .storage()
                .write(to -> to.botUpdates().replace(update.with(reply)))
                .value();
    }

    /**
     * It is dealt with.
     *
     * @param messageId of the last part, if the platform tells
     * @param error why it was not sent to the end; absent if it was
     */
    void ended(BotUpdate update, @Nullable String messageId, @Nullable String error) {
        foundation.storage().write(to -> {
            ended(to, update, messageId, error);
            return true;
        });
    }

    private static void ended(Repositories to, BotUpdate update, @Nullable String messageId, @Nullable String error) {
        to.botUpdates().replace(update.ended());
        if (messageId != null || error != null) {
            to.botMessages().find(answerId(update)).ifPresent(answer -> {
                to.botMessages().replace(answer.sentAs(messageId, error));
                if (answer.error() == null && error != null) {
                    BotPlatform platform = update.inbound().platform();
                    to.botRollups().count(BotRollup.ofError(platform, answer));
                }
            });
        }
    }

    /** A message is counted where it is added, and so once. */
    private static void add(Repositories to, BotConversation there, BotMessage message) {
        BotMessage added = to.botMessages().add(message);
        to.botRollups().count(BotRollup.of(there.platform(), List.of(added)));
    }

    private static @Nullable Id<ChatSession> session(BotConversation before, Answer answer) {
        return answer.session() == null ? before.sessionId() : answer.session();
    }

    private static BotConversation begun(BotInbound inbound, LinkedUser who, Instant now) {
        return new BotConversation(
                BotConversation.id(who.account().id(), inbound.conversation()),
                inbound.platform(),
                inbound.conversation(),
                who.account().id(),
                null,
                null,
                now,
                now,
                0);
    }

    private static BotMessage inbound(Id<BotMessage> id, BotConversation there, BotInbound inbound, Instant now) {
        return new BotMessage(
                id,
                there.id(),
                BotDirection.INBOUND,
                inbound.text() == null ? "" : inbound.text(),
                inbound.messageId(),
                null,
                new Json.Arr(List.of()),
                null,
                null,
                null,
                now,
                0);
    }

    private static BotMessage outbound(BotUpdate update, BotConversation there, Answer answer, Instant now) {
        return new BotMessage(
                answerId(update),
                there.id(),
                BotDirection.OUTBOUND,
                answer.text(),
                null,
                answer.agent(),
                answer.toolCalls(),
                answer.usage(),
                answer.durationMs(),
                answer.error(),
                now,
                0);
    }

    private static Id<BotMessage> answerId(BotUpdate update) {
        String name = "answer:" + update.id();
        return new Id<>(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
