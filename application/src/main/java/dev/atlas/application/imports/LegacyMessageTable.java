package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** What was said in chats. Rows come chat by chat and in the order of their times, and so are their places. */
record LegacyMessageTable(String source, Instant now, LegacyLinks links, Findings findings)
        implements LegacyTable<LegacyMessage> {

    @Override
    public String table() {
        return "chat_messages";
    }

    @Override
    public String entities() {
        return "messages";
    }

    /** What was said is in the chat alone, and goes with it. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(
                row, Map.of("content", TableImport::digest, "metadata_json", text -> LegacyChatTable.mark(
                                LegacyTable.object("metadata_json", text))
                        .text()));
    }

    @Override
    public LegacyMessage read(Cells cells, UUID id) {
        return new LegacyMessage(
                new Id<>(id),
                LegacyLinks.chat(links.chats(), cells.requiredText("session_id")),
                LegacyEntry.of(
                        cells.requiredText("role"),
                        Objects.requireNonNullElse(cells.text("content"), ""),
                        metadata(cells)),
                cells.time("created_at").orElse(now));
    }

    private static Json.Obj metadata(Cells cells) {
        SequencedMap<String, Json> metadata =
                new LinkedHashMap<>(cells.object("metadata_json").members());
        for (String column : List.of("message_type", "tool_call_id", "tool_name")) {
            String text = cells.text(column);
            if (text != null && !text.equals("text")) {
                metadata.putIfAbsent(column, new Json.Str(text));
            }
        }
        return new Json.Obj(metadata);
    }

    @Override
    public UUID idOf(LegacyMessage message) {
        return message.id().value();
    }

    @Override
    public void met(String key, Cells cells, LegacyMessage message) {
        if (cells.time("created_at").isEmpty()) {
            findings.add(Findings.Code.TIME_MISSING, table() + " " + key);
        }
    }

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
