package dev.atlas.application.usage;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.Charge;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Usage records as CSV (RFC 4180): pieces of whole lines, the names of the columns first. What spreadsheets would take for a
 * formula begins with an apostrophe, so that opening the file runs nothing. For one thread.
 */
public final class UsageCsv implements Iterator<String> {

    private static final String HEADING =
            "created_at,id,user_id,project_id,agent,session_id,message_id,app,provider,model,"
                    + "prompt_tokens,completion_tokens,reasoning_tokens,total_tokens,cost_usd,price_estimated,"
                    + "duration_ms,first_token_ms,tokens_per_second,streamed,outcome,finish_reason\r\n";

    private static final String FORMULAS = "=+-@\t\r";

    private final Function<Page, Slice<UsageRecord>> pages;
    private @Nullable String piece;
    private @Nullable Cursor next;

    /** Reads the first page at once. */
    UsageCsv(Function<Page, Slice<UsageRecord>> pages) {
        this.pages = pages;
        this.piece = HEADING + read(null);
    }

    @Override
    public boolean hasNext() {
        return piece != null || next != null;
    }

    @Override
    public String next() {
        String ready = piece;
        if (ready != null) {
            piece = null;
            return ready;
        }
        if (next == null) {
            throw new NoSuchElementException();
        }
        return read(next);
    }

    private String read(@Nullable Cursor after) {
        Slice<UsageRecord> page = pages.apply(new Page(Page.MAX_LIMIT, after));
        next = page.next();
        return page.items().stream().map(UsageCsv::line).collect(Collectors.joining());
    }

    private static String line(UsageRecord record) {
        ModelCall call = record.call();
        CallOrigin origin = call.origin();
        TokenCounts tokens = call.tokens();
        CallCourse course = call.course();
        Charge charge = record.charge();
        Long speed = call.speed();
        return Arrays.asList(
                                Instants.text(record.createdAt()),
                                record.id(),
                                origin.userId(),
                                origin.projectId(),
                                origin.agent(),
                                origin.sessionId(),
                                origin.messageId(),
                                origin.app(),
                                call.provider(),
                                call.model(),
                                tokens.prompt(),
                                tokens.completion(),
                                tokens.reasoning(),
                                tokens.total(),
                                charge == null ? null : charge.costUsd().toPlainString(),
                                charge == null ? null : charge.estimated(),
                                course.durationMs(),
                                course.firstTokenMs(),
                                speed == null
                                        ? null
                                        : BigDecimal.valueOf(speed, 3).toPlainString(),
                                course.streamed(),
                                Words.of(course.outcome()),
                                course.finishReason())
                        .stream()
                        .map(UsageCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
