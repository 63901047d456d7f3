package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said in the playground: the members of a list in the row of its session, each with the session's key and its place. */
record PlaygroundMessageTable(String source, Instant now, ZoneId zone, LegacyLinks links)
        implements LegacyTable<LegacyMessage> {

    private static final String MESSAGE = "message";

    @Override
    public String table() {
        return "playground_sessions.messages";
    }

    @Override
    public String entities() {
        return "playground_messages";
    }

    /** What was said is in the chat alone, and goes with it. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(row, Map.of(MESSAGE, PlaygroundMessageTable::mark));
    }

    private static String mark(String message) {
        SequencedMap<String, Json> mark = new LinkedHashMap<>();
        if (Json.parse(MESSAGE, message) instanceof Json.Obj object) {
            mark.put("role", object.members().getOrDefault("role", new Json.Null()));
        }
        mark.put("sha256", new Json.Str(TableImport.digest(message)));
        return new Json.Obj(mark).text();
    }

    @Override
    public LegacyMessage read(Cells cells, UUID id) {
        if (!(cells.json(MESSAGE) instanceof Json.Obj(SequencedMap<String, Json> members))) {
            throw new InvalidValue(MESSAGE, "must be a JSON object");
        }
        SequencedMap<String, Json> rest = new LinkedHashMap<>(members);
        Json role = rest.remove("role");
        Json content = rest.remove("content");
        Json time = rest.remove("timestamp");
        return new LegacyMessage(
                new Id<>(id),
                LegacyLinks.chat(links.playgrounds(), cells.requiredText("session_id")),
                entry(role, content, new Json.Obj(rest)),
                time instanceof Json.Str(String text)
                        ? at(text)
                        : cells.time("created_at").orElse(now));
    }

    private static ChatEntry entry(@Nullable Json role, @Nullable Json content, Json.Obj rest) {
        if (!(role instanceof Json.Str(String word))) {
            throw new InvalidValue("role", "must be user, assistant, system or tool");
        }
        return LegacyEntry.of(word, text(content), rest);
    }

    /** Some providers write parts in the place of a text. */
    private static String text(@Nullable Json content) {
        return switch (content) {
            case null -> "";
            case Json.Null nothing -> "";
            case Json.Str(String text) -> text;
            default -> content.text();
        };
    }

    private Instant at(String text) {
        SequencedMap<String, SourceValue> column = new LinkedHashMap<>();
        column.put("timestamp", new SourceValue.Text(text));
        return new Cells(new SourceRow(column), zone).time("timestamp").orElse(now);
    }

    @Override
    public UUID idOf(LegacyMessage message) {
        return message.id().value();
    }

    @Override
    public void met(String key, Cells cells, LegacyMessage message) {}

    /** They are added all at once. */
    @Override
    public void add(Repositories repositories, LegacyMessage message) {}

    @Override
    public void added(Repositories repositories, List<LegacyMessage> messages) {
        LegacyMessage.add(repositories, messages);
    }

    @Override
    public Optional<LegacyMessage> find(Repositories repositories, UUID id) {
        return LegacyMessage.find(repositories, id);
    }

    @Override
    public void update(Repositories repositories, ThreeWay<LegacyMessage> three) {
        throw LegacyMessage.changed();
    }
}
