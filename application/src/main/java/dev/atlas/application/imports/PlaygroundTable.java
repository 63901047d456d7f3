package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of the playground: chats that are held with an agent. What the agent keeps is in the variables, and there are, under
 * {@value #OVERRIDE}, the settings that were its own. The messages are a table of their own, as there may be many.
 */
record PlaygroundTable(String source, Instant now, LegacyLinks links, Findings findings)
        implements LegacyTable<ChatSession> {

    private static final String MESSAGES = "messages";
    private static final String OVERRIDE = "config_override";
    private static final Shortened AGENT = new Shortened("agent_id", 64);

    @Override
    public String table() {
        return "playground_sessions";
    }

    @Override
    public String entities() {
        return "playground_chats";
    }

    /** Each message is remembered by itself. */
    @Override
    public SourceRow kept(SourceRow row) {
        Json.Obj variables = variables(new Cells(row, ZoneOffset.UTC));
        return LegacyTable.with(
                row,
                Map.of(MESSAGES, text -> "[]", OVERRIDE, text -> "{}", "state", text -> LegacyChatTable.mark(variables)
                        .text()));
    }

    private static Json.Obj variables(Cells cells) {
        SequencedMap<String, Json> variables =
                new LinkedHashMap<>(cells.object("state").members());
        Json.Obj override = cells.object(OVERRIDE);
        if (!override.members().isEmpty()) {
            variables.putIfAbsent(OVERRIDE, override);
        }
        return new Json.Obj(variables);
    }

    @Override
    public ChatSession read(Cells cells, UUID id) {
        Instant created = cells.time("created_at").orElse(now);
        return LegacyChatTable.chat(
                id,
                links.ownerOf(cells),
                title(cells.list(MESSAGES)),
                null,
                null,
                AGENT.of(cells),
                variables(cells),
                created,
                cells.time("updated_at").orElse(created));
    }

    private static @Nullable String title(List<Json> messages) {
        for (Json message : messages) {
            if (message instanceof Json.Obj(SequencedMap<String, Json> members)
                    && new Json.Str("user").equals(members.get("role"))
                    && members.get("content") instanceof Json.Str(String content)) {
                return ChatSession.titleOf(content);
            }
        }
        return null;
    }

    /** Hands out the messages of a session as rows of {@link PlaygroundMessageTable}; none, if they cannot be read. */
    static void messages(SourceRow session, Cells cells, Consumer<SourceRow> use) {
        List<Json> messages;
        try {
            messages = cells.list(MESSAGES);
        } catch (InvalidValue e) {
            return; // the session was left out for it
        }
        for (int place = 0; place < messages.size(); place++) {
            SequencedMap<String, SourceValue> columns = new LinkedHashMap<>();
            columns.put("id", new SourceValue.Text(cells.text("id") + "/" + place));
            columns.put("session_id", session.value("id"));
            columns.put("message", new SourceValue.Text(messages.get(place).text()));
            columns.put("created_at", session.value("created_at"));
            use.accept(new SourceRow(columns));
        }
    }

    @Override
    public UUID idOf(ChatSession chat) {
        return chat.id().value();
    }

    @Override
    public void met(String key, Cells cells, ChatSession chat) {
        links.playgrounds().put(key, new LegacyLinks.Chat(chat.id(), chat.ownerId()));
        links.publicIds().putIfAbsent(key, chat.id());
        Shortened.report(findings, table(), key, cells, List.of(AGENT));
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
        LegacyChatTable.follow(repositories, three);
    }
}
