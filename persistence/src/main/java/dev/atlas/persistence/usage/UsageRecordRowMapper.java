package dev.atlas.persistence.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.Charge;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PriceSource;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.TokenPrice;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.persistence.RowMapper;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** By hand: nearly every column is a part of a part, and what was charged is there as a whole or not at all. */
@Singleton
final class UsageRecordRowMapper implements RowMapper<UsageRecord, UsageRecordRow> {

    @Override
    public UsageRecordRow toRow(UsageRecord record) {
        ModelCall call = record.call();
        CallOrigin origin = call.origin();
        TokenCounts tokens = call.tokens();
        CallCourse course = call.course();
        Charge charge = record.charge();
        TokenPrice price = charge == null ? null : charge.price();
        return new UsageRecordRow(
                record.id().value(),
                Values.id(origin.userId()),
                Values.id(origin.projectId()),
                origin.agent(),
                Values.id(origin.sessionId()),
                Values.id(origin.messageId()),
                origin.app(),
                call.provider(),
                call.model(),
                tokens.prompt(),
                tokens.completion(),
                tokens.reasoning(),
                tokens.reasoningCounted(),
                course.durationMs(),
                course.firstTokenMs(),
                course.streamed(),
                Words.of(course.outcome()),
                course.finishReason(),
                charge == null ? null : charge.costUsd(),
                price == null ? null : price.input(),
                price == null ? null : price.output(),
                charge == null ? null : Words.of(charge.source()),
                charge != null && charge.estimated(),
                record.createdAt(),
                record.version());
    }

    @Override
    public UsageRecord toDomain(UsageRecordRow row) {
        CallOrigin origin = new CallOrigin(
                Values.id(row.userId()),
                Values.id(row.projectId()),
                row.agent(),
                Values.id(row.sessionId()),
                Values.id(row.messageId()),
                row.app());
        TokenCounts tokens = new TokenCounts(
                row.promptTokens(), row.completionTokens(), row.reasoningTokens(), row.reasoningCounted());
        CallCourse course = new CallCourse(
                row.durationMs(),
                row.firstTokenMs(),
                row.streamed(),
                Words.constant(CallOutcome.class, row.outcome()),
                row.finishReason());
        return new UsageRecord(
                new Id<>(row.id()),
                new ModelCall(origin, row.provider(), row.model(), tokens, course),
                charge(row),
                row.createdAt(),
                row.version());
    }

    private static @Nullable Charge charge(UsageRecordRow row) {
        if (row.costUsd() == null || row.priceSource() == null) {
            return null;
        }
        TokenPrice price = row.inputPerMillion() == null || row.outputPerMillion() == null
                ? null
                : new TokenPrice(row.inputPerMillion(), row.outputPerMillion());
        return new Charge(
                row.costUsd(), price, Words.constant(PriceSource.class, row.priceSource()), row.priceEstimated());
    }
}
