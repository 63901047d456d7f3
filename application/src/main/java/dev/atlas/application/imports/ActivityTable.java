package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls of models, at the cost the predecessor charged. */
record ActivityTable(String source, Instant now, LegacyLinks links, AgentTurns turns, Findings findings)
        implements LegacyTable<UsageRecord> {

    private static final String PLAYGROUND = "playground/";
    private static final Shortened APP = new Shortened("app_name", 64);

    @Override
    public String table() {
        return "ai_activity_logs";
    }

    @Override
    public String entities() {
        return "calls";
    }

    @Override
    public UsageRecord read(Cells cells, UUID id) {
        String app = APP.of(cells);
        CallOrigin origin = new CallOrigin(
                LegacyUsage.user(links, cells), null, agent(app), LegacyUsage.chat(links, cells), null, app);
        CallCourse course = new CallCourse(
                cells.whole("generation_time_ms"),
                cells.whole("time_to_first_token_ms"),
                cells.flag("streamed", true),
                outcome(cells),
                cells.text("finish_reason"));
        ModelCall call = new ModelCall(
                origin, cells.requiredText("provider"), cells.requiredText("model"), tokens(cells), course);
        return new UsageRecord(
                new Id<>(id),
                call,
                LegacyUsage.charge(cells),
                cells.time("created_at").orElse(now),
                0);
    }

    private static @Nullable String agent(@Nullable String app) {
        return app != null && app.startsWith(PLAYGROUND) ? app.substring(PLAYGROUND.length()) : null;
    }

    /** The total says whether those of reasoning are among those of the completion. */
    private static TokenCounts tokens(Cells cells) {
        long prompt = LegacyUsage.tokens(cells, "tokens_prompt");
        long completion = LegacyUsage.tokens(cells, "tokens_completion");
        long reasoning = LegacyUsage.tokens(cells, "tokens_reasoning");
        boolean counted = LegacyUsage.tokens(cells, "tokens_total") == prompt + completion;
        return new TokenCounts(prompt, completion, reasoning, counted);
    }

    private static CallOutcome outcome(Cells cells) {
        if (cells.flag("cancelled", false)) {
            return CallOutcome.CANCELLED;
        }
        return "error".equals(cells.text("finish_reason")) ? CallOutcome.FAILED : CallOutcome.COMPLETED;
    }

    @Override
    public UUID idOf(UsageRecord record) {
        return record.id().value();
    }

    @Override
    public void met(String key, Cells cells, UsageRecord record) {
        Shortened.report(findings, table(), key, cells, List.of(APP));
        if (LegacyUsage.rounded(cells)) {
            findings.add(Findings.Code.COST_ROUNDED, table() + " " + key);
        }
        String agent = record.call().origin().agent();
        String session = cells.text("session_id");
        if (agent != null && session != null) {
            TokenCounts tokens = record.call().tokens();
            turns.logged(new AgentTurns.Turn(session, agent, tokens.prompt(), tokens.completion()), record.createdAt());
        }
    }

    /** They are added all at once. */
    @Override
    public void add(Repositories repositories, UsageRecord record) {}

    @Override
    public void added(Repositories repositories, List<UsageRecord> records) {
        LegacyUsage.add(repositories, records);
    }

    @Override
    public Optional<UsageRecord> find(Repositories repositories, UUID id) {
        return repositories.usageRecords().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<UsageRecord> three) {
        LegacyUsage.refuseChange(three.base(), three.theirs());
    }
}
