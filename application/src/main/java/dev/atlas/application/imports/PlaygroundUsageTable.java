package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns of agents; those that {@link AgentTurns} finds in the log of calls are kept as rows only, and counted once. */
record PlaygroundUsageTable(String source, Instant now, LegacyLinks links, AgentTurns turns, Findings findings)
        implements LegacyTable<PlaygroundUsageTable.Used> {

    private static final Shortened AGENT = new Shortened("agent_id", 50);

    /**
     * One turn.
     *
     * @param twice true if the log of calls holds it too
     */
    record Used(UsageRecord record, boolean twice) {}

    @Override
    public String table() {
        return "playground_usage";
    }

    @Override
    public String entities() {
        return "turns";
    }

    /** A record of usage says how much was said, and not what. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(
                row,
                Map.of(
                        "user_message",
                        TableImport::digest,
                        "assistant_message",
                        TableImport::digest,
                        "error",
                        TableImport::digest,
                        "tool_calls",
                        text -> "[]"));
    }

    @Override
    public Used read(Cells cells, UUID id) {
        String agent = Objects.requireNonNullElse(AGENT.of(cells), "");
        String model = cells.requiredText("model");
        CallOrigin origin = new CallOrigin(
                LegacyUsage.user(links, cells),
                null,
                agent,
                LegacyUsage.chat(links, cells),
                null,
                "playground/" + agent);
        CallOutcome outcome = cells.text("error") == null ? CallOutcome.COMPLETED : CallOutcome.FAILED;
        TokenCounts tokens = new TokenCounts(
                LegacyUsage.tokens(cells, "input_tokens"), LegacyUsage.tokens(cells, "output_tokens"), 0, true);
        cells.list("tool_calls");
        ModelCall call = new ModelCall(
                origin,
                provider(model),
                model,
                tokens,
                new CallCourse(cells.whole("duration_ms"), null, true, outcome, null));
        UsageRecord record = new UsageRecord(
                new Id<>(id),
                call,
                LegacyUsage.charge(cells),
                cells.time("created_at").orElse(now),
                0);
        return new Used(record, false);
    }

    /** The table does not say; the playground asked those whose model it is. */
    private static String provider(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.contains("/")) {
            return "openrouter";
        }
        return name.startsWith("gpt-") ? "openai" : name.startsWith("gemini-") ? "gemini" : "anthropic";
    }

    @Override
    public Used recognised(Cells cells, Used used) {
        UsageRecord record = used.record();
        TokenCounts tokens = record.call().tokens();
        AgentTurns.Turn turn = new AgentTurns.Turn(
                Objects.requireNonNullElse(cells.text("session_id"), ""),
                Objects.requireNonNullElse(record.call().origin().agent(), ""),
                tokens.prompt(),
                tokens.completion());
        return turns.take(record.id().value(), turn, record.createdAt()) ? new Used(record, true) : used;
    }

    @Override
    public UUID idOf(Used used) {
        return used.record().id().value();
    }

    @Override
    public @Nullable UUID remembered(Used used, UUID id) {
        return used.twice() ? null : id;
    }

    @Override
    public void met(String key, Cells cells, Used used) {
        Shortened.report(findings, table(), key, cells, List.of(AGENT));
        if (used.twice()) {
            findings.add(Findings.Code.COUNTED_ONCE, key);
        } else if (LegacyUsage.rounded(cells)) {
            findings.add(Findings.Code.COST_ROUNDED, table() + " " + key);
        }
    }

    /** They are added all at once. */
    @Override
    public void add(Repositories repositories, Used used) {}

    @Override
    public void added(Repositories repositories, List<Used> all) {
        LegacyUsage.add(
                repositories,
                all.stream().filter(used -> !used.twice()).map(Used::record).toList());
    }

    @Override
    public Optional<Used> find(Repositories repositories, UUID id) {
        return repositories.usageRecords().find(new Id<>(id)).map(record -> new Used(record, false));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Used> three) {
        LegacyUsage.refuseChange(three.base().record(), three.theirs().record());
    }
}
