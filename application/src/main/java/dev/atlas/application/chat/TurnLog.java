package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.ActiveUsers;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How turns are kept: what was said together with the place of its answer, and then what was answered in that place. Every unit
 * of work writes the chat before its messages, so that of two at once the second waits there and then sees what the first did.
 */
record TurnLog(Foundation foundation) {

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

    /**
     * Stores the place of an answer to what was said before. Throws as {@link #say} does but for limits: whoever may do what has
     * consequences is told before.
     */
    void goOn(Caller caller, Id<ChatSession> session, Id<ChatMessage> message, ChatEntry pending, Allowance allowance) {
        Instant now = foundation.now();
        Allowance.written(foundation.storage(), to -> {
            ChatSession chat = ChatAccess.active(ChatAccess.owned(to, caller, session));
            ChatSession written = to.chatSessions().replace(chat.after(pending, now));
            allowance.count(to, now);
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
        return to.chatSessions().replace(chat.after(words, now).after(pending, now));
    }

    /**
     * Records a round after which the turn goes on. What it took counts in the chat at once, and is kept in the place of the answer.
     */
    void round(Id<ChatMessage> answer, Id<UsageRecord> id, ModelCall call, Allowance allowance, Instant now) {
        Allowance.written(foundation.storage(), to -> {
            boolean known = to.usageRecords().find(id).isPresent(); // from an attempt of which nobody knew the outcome
            UsageRecord record = UsageRecording.record(to, id, call, now);
            if (!known && !call.tokens().equals(TokenCounts.NONE)) {
                allowance.took(to, call.tokens().total(), now);
                to.chatMessages()
                        .find(answer)
                        .filter(place -> AnswerPlace.pending(place.entry()) || AnswerPlace.isLost(place.entry()))
                        .ifPresent(place -> {
                            ChatSession chat =
                                    to.chatSessions().find(place.sessionId()).orElseThrow();
                            to.chatSessions().replace(chat.answered(record.chatUsage(), now));
                            to.chatMessages().replace(place.ended(place.entry().taking(record.chatUsage())));
                        });
            }
            return record;
        });
    }

    /**
     * Stores what was answered, also in a chat that has been archived since, and where it was taken for lost meanwhile.
     *
     * @param answer made in the unit of work that stores it, with what its last round took; what was taken back is cancelled
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
            if (!AnswerPlace.pending(place.entry()) && !AnswerPlace.isLost(place.entry())) {
                return place; // from an attempt of which nobody knew the outcome
            }
            ChatEntry entry = answer.apply(to);
            to.chatSessions().replace(chat.answered(entry.usage(), now));
            if (entry.usage() != null) {
                allowance.took(to, entry.usage().tokens(), now);
            }
            ChatEntry whole = entry.taking(place.entry().usage());
            return to.chatMessages()
                    .replace(place.ended(
                            AnswerPlace.isTakenBack(place.entry()) ? whole.in(MessageState.CANCELLED) : whole));
        });
    }

    List<Place.Seen> pending(int limit) {
        return foundation
                .storage()
                .read((Repositories from) -> from.chatMessages().pending(limit))
                .stream()
                .map(message -> new Place.Seen(new Place.OfAnswer(message.id()), message.version()))
                .toList();
    }

    void renew(List<Id<ChatMessage>> answers) {
        foundation.storage().write(to -> to.chatMessages().among(answers).stream()
                .filter(place -> AnswerPlace.pending(place.entry()))
                .map(to.chatMessages()::replace)
                .toList());
    }

    /**
     * As {@link Places#lose}. The record has the id of the answer, so there is one, whatever comes late.
     */
    boolean lose(Id<ChatMessage> answer, long version) {
        Instant now = foundation.now();
        return foundation
                .storage()
                .write(to -> {
                    Optional<ChatMessage> seen = to.chatMessages()
                            .find(answer)
                            .filter(found -> found.version() == version && AnswerPlace.pending(found.entry()));
                    seen.ifPresent(place -> {
                        ChatSession chat =
                                to.chatSessions().find(place.sessionId()).orElseThrow();
                        to.chatSessions().replace(chat.answered(null, now));
                        to.chatMessages().replace(place.ended(AnswerPlace.lost(place.entry())));
                        LostCall.of(place)
                                .ifPresent(call -> UsageRecording.record(to, TurnIds.used(answer), call, now));
                    });
                    return seen.isPresent();
                })
                .value();
    }

    /**
     * Takes back what is being asked in a chat, on whichever node. Returns the places of these answers as they will be, the last
     * first; they are pending until what had arrived is stored.
     *
     * @throws Refusal.NotFound {@code chat_session.not_found}
     */
    Committed<List<ChatMessage>> cancel(Caller caller, Id<ChatSession> session) {
        Instant now = foundation.now();
        return foundation.storage().write(to -> {
            ChatSession chat = ChatAccess.owned(to, caller, session);
            List<ChatMessage> pending = to.chatMessages().before(session, null, MOST_PENDING).stream()
                    .filter(message -> AnswerPlace.asked(message.entry()) && !AnswerPlace.isTakenBack(message.entry()))
                    .toList();
            if (!pending.isEmpty()) {
                to.chatSessions().replace(chat.answered(null, now));
            }
            return pending.stream()
                    .map(place -> place.ended(AnswerPlace.takenBack(place.entry())))
                    .map(to.chatMessages()::replace)
                    .map(place -> place.ended(place.entry().in(MessageState.CANCELLED)))
                    .toList();
        });
    }

    /**
     * Those whose answers were taken back, or have lost their chats, or are for somebody who may not chat any more.
     *
     * @param users false to leave the last aside
     */
    List<WatchedCall> unwanted(Set<WatchedCall> calls, boolean users) {
        Set<Id<User>> asking = calls.stream().map(WatchedCall::user).collect(Collectors.toUnmodifiableSet());
        Set<Id<ChatMessage>> answers = calls.stream()
                .flatMap(call -> Stream.ofNullable(call.answer()))
                .collect(Collectors.toUnmodifiableSet());
        return foundation.storage().read((Repositories from) -> {
            Set<Id<User>> welcome = users ? ActiveUsers.withPermission(from, asking, Permission.CHAT_USE) : asking;
            Set<Id<ChatMessage>> awaited = from.chatMessages().among(answers).stream()
                    .filter(found -> !AnswerPlace.isTakenBack(found.entry()))
                    .map(ChatMessage::id)
                    .collect(Collectors.toUnmodifiableSet());
            return calls.stream()
                    .filter(call -> !welcome.contains(call.user())
                            || (call.answer() != null && !awaited.contains(call.answer())))
                    .toList();
        });
    }
}
