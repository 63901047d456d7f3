package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was said to bots and answered. What models took for it is in the predecessor's tables of calls, and counted there. */
record LegacyBotMessageTable(String source, Instant now, LegacyBots bots, Findings findings)
        implements LegacyTable<BotMessage> {

    private static final String CALLS = "tool_calls";
    private static final String ERROR = "error";
    private static final Shortened AGENT = new Shortened("agent_id", 64);

    /** For whatever the predecessor has found no word. */
    private static final String FAILED = "bot.failed";

    /** Of which a half of an id has room for all. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Override
    public String table() {
        return "bot_messages";
    }

    @Override
    public String entities() {
        return "bot_messages";
    }

    /** Of what was said at one moment the smaller id comes first, so ids grow with the numbers of the rows. */
    @Override
    public UUID newId(ImportPass pass, String key) {
        if (!NUMBER.matcher(key).matches()) {
            return LegacyTable.id(source, table(), key);
        }
        long first = LegacyRow.derived(List.of("legacy", source, table())).getMostSignificantBits();
        return new UUID(first, Long.MIN_VALUE | Long.parseLong(key));
    }

    /** What was said is in the conversation alone, and goes with it. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(
                row, Map.of("content", TableImport::digest, ERROR, TableImport::digest, CALLS, text -> "[]"));
    }

    @Override
    public BotMessage read(Cells cells, UUID id) {
        return new BotMessage(
                new Id<>(id),
                bots.conversation(cells),
                direction(cells.requiredText("direction")),
                Objects.requireNonNullElse(cells.text("content"), ""),
                cells.text("platform_message_id"),
                AGENT.of(cells),
                calls(cells),
                usage(cells),
                cells.whole("duration_ms"),
                failed(cells) ? FAILED : null,
                cells.time("created_at").orElse(now),
                0);
    }

    private static BotDirection direction(String word) {
        for (BotDirection direction : BotDirection.values()) {
            if (Words.of(direction).equals(word)) {
                return direction;
            }
        }
        throw new InvalidValue("direction", "must be inbound or outbound");
    }

    private static Json.Arr calls(Cells cells) {
        List<Json> calls = cells.list(CALLS);
        for (Json call : calls) {
            if (!(call instanceof Json.Obj object && object.members().get("name") instanceof Json.Str)) {
                throw new InvalidValue(CALLS, "must be a list of objects with a name");
            }
        }
        return new Json.Arr(calls);
    }

    /** A cost of 0 is what the predecessor wrote whatever it was, so it is not known. */
    private static @Nullable ChatUsage usage(Cells cells) {
        long prompt = LegacyUsage.tokens(cells, "input_tokens");
        long completion = LegacyUsage.tokens(cells, "output_tokens");
        BigDecimal cost = cells.decimal("cost_usd");
        BigDecimal known = cost == null || cost.signum() == 0 ? null : LegacyEntry.rounded(cost);
        return prompt == 0 && completion == 0 && known == null ? null : new ChatUsage(prompt, completion, known);
    }

    private static boolean failed(Cells cells) {
        String error = cells.text(ERROR);
        return error != null && !error.isBlank();
    }

    @Override
    public UUID idOf(BotMessage message) {
        return message.id().value();
    }

    @Override
    public void met(String key, Cells cells, BotMessage message) {
        Shortened.report(findings, table(), key, cells, List.of(AGENT));
        if (failed(cells)) {
            findings.add(Findings.Code.ERROR_TEXT_LEFT, table() + " " + key);
        }
        if (cells.time("created_at").isEmpty()) {
            findings.add(Findings.Code.TIME_MISSING, table() + " " + key);
        }
    }

    @Override
    public void add(Repositories repositories, BotMessage message) {
        BotMessage added = repositories.botMessages().add(message);
        repositories.botConversations().find(added.conversationId()).ifPresent(there -> repositories
                .botRollups()
                .count(BotRollup.of(there.platform(), List.of(added))));
    }

    @Override
    public Optional<BotMessage> find(Repositories repositories, UUID id) {
        return repositories.botMessages().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<BotMessage> three) {
        throw LegacyMessage.changed();
    }
}
