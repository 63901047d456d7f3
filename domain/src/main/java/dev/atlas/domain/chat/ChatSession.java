package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import dev.atlas.domain.identity.User;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of one user with models. Nobody else ever sees it.
 *
 * @param title at most 200 code points; absent until it is given one, or the owner says something
 * @param provider who shall answer, at most 32 code points; absent for the usual one
 * @param model what shall answer, at most 128 code points; absent for the provider's usual one
 * @param agent with whom it is held, at most 64 code points; absent for a model by itself
 * @param variables free, what the talk is about or an agent keeps of it; at most {@value #LONGEST_VARIABLES} characters as JSON
 * @param archivedAt set exactly while archived: it is out of the usual lists and takes no messages
 * @param updatedAt when something was said last, or it was changed; lists order by it
 */
public record ChatSession(
        Id<ChatSession> id,
        Id<User> ownerId,
        @Nullable String title,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String agent,
        Json.Obj variables,
        @Nullable Instant archivedAt,
        ChatTotals totals,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Code points of a title that is the beginning of what was said. Source: chat reference, section 3.1. */
    private static final int BEGINNING = 60;

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_PROVIDER = 32;
    static final int LONGEST_MODEL = 128;
    static final int LONGEST_AGENT = 64;
    static final int LONGEST_VARIABLES = 100_000;

    public ChatSession {
        title = Text.optional("title", title, LONGEST_TITLE);
        provider = Text.optional("provider", provider, LONGEST_PROVIDER);
        model = Text.optional("model", model, LONGEST_MODEL);
        agent = Text.optional("agent", agent, LONGEST_AGENT);
        variables = storable(variables);
        archivedAt = Instants.microsOrNull("archived_at", archivedAt);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** One in which nothing was said yet. */
    public static ChatSession begun(Id<ChatSession> id, Id<User> owner, ChatDetails details, Instant now) {
        return of(id, owner, details, null, null, ChatTotals.NONE, now, now, 0);
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /** What its owner writes about it. */
    public ChatDetails details() {
        return new ChatDetails(title, provider, model, variables);
    }

    /** This session with other details; this very one if they say the same. */
    public ChatSession described(ChatDetails other, Instant now) {
        return other.equals(details())
                ? this
                : of(id, ownerId, other, agent, archivedAt, totals, createdAt, now, version);
    }

    /** This session, held with this agent. */
    public ChatSession heldWith(@Nullable String other, Instant now) {
        return of(id, ownerId, details(), other, archivedAt, totals, createdAt, now, version);
    }

    /** This session put aside, or in use again. */
    public ChatSession withArchived(boolean aside, Instant now) {
        return of(id, ownerId, details(), agent, aside ? now : null, totals, createdAt, now, version);
    }

    /** This session once {@code entry} was said in it; the first words of its owner are its title unless it has one. */
    public ChatSession after(ChatEntry entry, Instant now) {
        boolean named = title != null || entry.role() != ChatRole.USER;
        ChatDetails called = new ChatDetails(named ? title : beginning(entry.content()), provider, model, variables);
        return of(id, ownerId, called, agent, archivedAt, totals.with(entry.usage()), createdAt, now, version);
    }

    /** This session once one of its messages came to an end. */
    public ChatSession answered(@Nullable ChatUsage usage, Instant now) {
        return of(id, ownerId, details(), agent, archivedAt, totals.and(usage), createdAt, now, version);
    }

    /** {@code chat} once another system's message is in it: it counts, and changes neither the title nor the time. */
    public static ChatSession counting(ChatSession chat, @Nullable ChatUsage usage) {
        return of(
                chat.id,
                chat.ownerId,
                chat.details(),
                chat.agent,
                chat.archivedAt,
                chat.totals.with(usage),
                chat.createdAt,
                chat.updatedAt,
                chat.version);
    }

    /** What a session is called whose owner has begun it with these words; absent if nobody could read them. */
    public static @Nullable String titleOf(String content) {
        return content.isBlank() ? null : beginning(content);
    }

    static Json.Obj storable(Json.Obj variables) {
        if (variables.text().length() > LONGEST_VARIABLES) {
            throw new InvalidValue("variables", "must have at most " + LONGEST_VARIABLES + " characters as JSON");
        }
        return variables;
    }

    /** Cut between what people take for characters, unless a single one is longer than a title. */
    private static String beginning(String content) {
        String words = content.strip();
        int length = words.codePointCount(0, words.length());
        if (length <= BEGINNING) {
            return words;
        }
        int end = words.offsetByCodePoints(0, BEGINNING);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words.substring(0, words.offsetByCodePoints(0, Math.min(length, 2 * BEGINNING))));
        int whole = characters.isBoundary(end) ? end : characters.preceding(end);
        return words.substring(0, whole == 0 ? end : whole);
    }

    private static ChatSession of(
            Id<ChatSession> id,
            Id<User> owner,
            ChatDetails details,
            @Nullable String agent,
            @Nullable Instant archivedAt,
            ChatTotals totals,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        return new ChatSession(
                id,
                owner,
                details.title(),
                details.provider(),
                details.model(),
                agent,
                details.variables(),
                archivedAt,
                totals,
                createdAt,
                updatedAt,
                version);
    }
}
