package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatTotals;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chats without their messages. One without a user goes to whom the caller names. */
record LegacyChatTable(String source, Instant now, LegacyLinks links, Findings findings)
        implements LegacyTable<ChatSession> {

    /** What the predecessor called a chat of which nobody had said anything. Source: chat reference, section 1.1. */
    private static final Set<String> UNTITLED = Set.of("New AI Chat", "New chat");

    private static final Shortened TITLE = new Shortened("title", 200);

    @Override
    public String table() {
        return "chat_sessions";
    }

    @Override
    public String entities() {
        return "chats";
    }

    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(
                row,
                Map.of(
                        "title", title -> UNTITLED.contains(title) ? title : TableImport.digest(TITLE.of(title)),
                        "context_variables",
                                text -> mark(LegacyTable.object("context_variables", text))
                                        .text()));
    }

    /** Stands for variables where nobody shall read them. */
    static Json.Obj mark(Json.Obj variables) {
        SequencedMap<String, Json> mark = new LinkedHashMap<>();
        mark.put("sha256", new Json.Str(TableImport.digest(variables.text())));
        return new Json.Obj(mark);
    }

    @Override
    public ChatSession read(Cells cells, UUID id) {
        String title = TITLE.of(cells);
        Instant created = cells.time("created_at").orElse(now);
        return chat(
                id,
                links.ownerOf(cells),
                title == null || UNTITLED.contains(title) ? null : title,
                cells.text("provider_type"),
                cells.text("model"),
                null,
                cells.object("context_variables"),
                created,
                cells.time("updated_at").orElse(created));
    }

    static ChatSession chat(
            UUID id,
            Id<User> owner,
            @Nullable String title,
            @Nullable String provider,
            @Nullable String model,
            @Nullable String agent,
            Json.Obj variables,
            Instant created,
            Instant updated) {
        return new ChatSession(
                new Id<>(id),
                owner,
                title,
                provider,
                model,
                agent,
                variables,
                null,
                ChatTotals.NONE,
                created,
                updated,
                0);
    }

    @Override
    public UUID idOf(ChatSession chat) {
        return chat.id().value();
    }

    @Override
    public void met(String key, Cells cells, ChatSession chat) {
        links.chats().put(key, new LegacyLinks.Chat(chat.id(), chat.ownerId()));
        String publicId = cells.text("session_id");
        if (publicId != null) {
            links.publicIds().put(publicId, chat.id());
        }
        Shortened.report(findings, table(), key, cells, List.of(TITLE));
    }

    @Override
    public void add(Repositories repositories, ChatSession chat) {
        repositories.chatSessions().add(chat);
    }

    @Override
    public Optional<ChatSession> find(Repositories repositories, UUID id) {
        return repositories.chatSessions().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<ChatSession> three) {
        follow(repositories, three);
    }

    /** What was said in Atlas since counts as said; whose a chat is does not change. */
    static void follow(Repositories repositories, ThreeWay<ChatSession> three) {
        ChatSession mine = three.mine();
        ChatSession after = new ChatSession(
                mine.id(),
                mine.ownerId(),
                three.of(ChatSession::title, TableImport::digest),
                three.of(ChatSession::provider),
                three.of(ChatSession::model),
                three.of(ChatSession::agent),
                Objects.requireNonNull(three.of(ChatSession::variables, LegacyChatTable::mark)),
                mine.archivedAt(),
                mine.totals(),
                mine.createdAt(),
                three.of(ChatSession::updatedAt),
                mine.version());
        if (!after.equals(mine)) {
            repositories.chatSessions().replace(after);
        }
    }
}
