package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How turns are kept: what was said together with the place of its answer, and then what was answered in that place. Every unit
 * of work writes the chat before its messages, so that of two at once the second waits there and then sees what the first did.
 */
record TurnLog(Foundation foundation) {

    /** An answer that is pending for longer was lost with its node: no turn takes that long. */
    private static final Duration LOST = Duration.ofHours(1);

    /** A chat has more answers pending at once only if somebody tries what happens. */
    private static final int MOST_PENDING = 100;

    /**
     * Stores what was said, in a chat that is begun with it if none is named.
     *
     * @param pending holds the place of the answer
     * @param agent with whom a chat is held that begins; absent for a model by itself
     * @throws Refusal.NotFound {@code chat_session.not_found}
     * @throws Refusal.TooMany as {@link Allowance#ask} does
     * @throws Refusal.WrongState {@code chat_session.archived}, {@code turn.unanswered} if it was said under this id before
     */
    Committed<ChatMessage> say(
            Caller caller,
            TurnRequest request,
            TurnIds ids,
            ChatEntry pending,
            @Nullable String agent,
            Allowance allowance) {
        Instant now = foundation.now();
        ChatEntry words = ids.words(request.content());
        return Allowance.written(foundation.storage(), to -> {
            if (to.chatMessages().find(ids.said()).isPresent()) {
                throw TurnRepetition.unanswered();
            }
            ChatSession chat = withTurn(to, caller, request, ids, words, pending, agent, now);
            allowance.ask(to, now);
            long last = chat.totals().messages();
            ChatMessage said = to.chatMessages().add(ChatMessage.at(last - 1, ids.said(), chat, words, now));
            to.chatMessages().add(ChatMessage.at(last, ids.answered(), chat, pending, now));
            return said;
        });
    }

    /** Stores the place of an answer to what was said before. Throws as {@link #say} does. */
    void goOn(Caller caller, Id<ChatSession> session, Id<ChatMessage> message, ChatEntry pending, Allowance allowance) {
        Instant now = foundation.now();
        Allowance.written(foundation.storage(), to -> {
            ChatSession chat = ChatAccess.active(ChatAccess.owned(to, caller, session));
            ChatSession written = to.chatSessions().replace(chat.after(pending, now));
            allowance.ask(to, now);
            return to.chatMessages().add(ChatMessage.last(message, written, pending, now));
        });
    }

    private static ChatSession withTurn(
            Repositories to,
            Caller caller,
            TurnRequest request,
            TurnIds ids,
            ChatEntry words,
            ChatEntry pending,
            @Nullable String agent,
            Instant now) {
        if (request.session() == null) {
            ChatDetails details = new ChatDetails(null, request.provider(), request.model());
            ChatSession begun = ChatSession.begun(ids.begun(), caller.user(), details, now);
            return to.chatSessions()
                    .add(begun.heldWith(agent, now).after(words, now).after(pending, now));
        }
        ChatSession chat = ChatAccess.active(ChatAccess.owned(to, caller, request.session()));
        ChatSession written = to.chatSessions().replace(chat.after(words, now).after(pending, now));
        to.chatMessages().before(chat.id(), null, MOST_PENDING).stream()
                .filter(last -> last.entry().state() == MessageState.PENDING)
                .filter(last -> last.createdAt().plus(LOST).isBefore(now))
                .forEach(lost ->
                        to.chatMessages().replace(lost.ended(lost.entry().in(MessageState.INTERRUPTED))));
        return written;
    }

    /**
     * Stores what was answered, also in a chat that has been archived since.
     *
     * @param answer made in the unit of work that stores it; what was cancelled stays so
     * @throws Refusal.NotFound {@code chat_session.not_found}
     */
    Committed<ChatMessage> answer(
            Caller caller,
            Id<ChatSession> session,
            Id<ChatMessage> message,
            Function<Repositories, ChatEntry> answer,
            Allowance allowance) {
        Instant now = foundation.now();
        return Allowance.written(foundation.storage(), to -> {
            ChatSession chat = ChatAccess.owned(to, caller, session);
            ChatMessage place = to.chatMessages().find(message).orElseThrow(ChatAccess::notFound);
            if (ended(place)) {
                return place;
            }
            ChatEntry entry = answer.apply(to);
            to.chatSessions().replace(chat.answered(entry.usage(), now));
            if (entry.usage() != null) {
                allowance.took(to, entry.usage().tokens(), now);
            }
            boolean cancelled = place.entry().state() == MessageState.CANCELLED;
            return to.chatMessages().replace(place.ended(cancelled ? entry.in(MessageState.CANCELLED) : entry));
        });
    }

    /** True if its answer is there already, from an attempt of which nobody knew the outcome. */
    private static boolean ended(ChatMessage place) {
        return !place.entry().metadata().members().isEmpty() || place.entry().usage() != null;
    }

    /**
     * Takes back what is being asked in a chat, on whichever node. Returns the places of these answers, the last first.
     *
     * @throws Refusal.NotFound {@code chat_session.not_found}
     */
    Committed<List<ChatMessage>> cancel(Caller caller, Id<ChatSession> session) {
        Instant now = foundation.now();
        return foundation.storage().write(to -> {
            ChatSession chat = ChatAccess.owned(to, caller, session);
            List<ChatMessage> pending = to.chatMessages().before(session, null, MOST_PENDING).stream()
                    .filter(message -> message.entry().state() == MessageState.PENDING)
                    .toList();
            if (!pending.isEmpty()) {
                to.chatSessions().replace(chat.answered(null, now));
            }
            return pending.stream()
                    .map(place -> place.ended(place.entry().in(MessageState.CANCELLED)))
                    .map(to.chatMessages()::replace)
                    .toList();
        });
    }

    /** Those of these answers that were taken back, or have lost their chats. */
    Set<Id<ChatMessage>> unwanted(Set<Id<ChatMessage>> answers) {
        Set<Id<ChatMessage>> wanted =
                foundation
                        .storage()
                        .read((Repositories from) -> from.chatMessages().among(answers))
                        .stream()
                        .filter(answer -> answer.entry().state() != MessageState.CANCELLED)
                        .map(ChatMessage::id)
                        .collect(Collectors.toUnmodifiableSet());
        return answers.stream().filter(answer -> !wanted.contains(answer)).collect(Collectors.toUnmodifiableSet());
    }
}
