package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.Charge;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PriceSource;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.TokenPrice;
import dev.atlas.domain.usage.UsageRecord;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call of a model. */
@View
public record UsageRecordView(
        Id<UsageRecord> id,
        @Nullable Id<User> userId,
        @Nullable Id<Project> projectId,
        @Nullable String agent,
        @Nullable Id<ChatSession> sessionId,
        @Nullable Id<ChatMessage> messageId,
        @Nullable String app,
        String provider,
        String model,
        long promptTokens,
        long completionTokens,
        long reasoningTokens,
        boolean reasoningCounted,
        long totalTokens,
        @Nullable String costUsd,
        @Nullable String inputPerMillion,
        @Nullable String outputPerMillion,
        @Nullable PriceSource priceSource,
        @Nullable Boolean estimated,
        @Nullable Long durationMs,
        @Nullable Long firstTokenMs,
        @Nullable Double tokensPerSecond,
        boolean streamed,
        CallOutcome outcome,
        @Nullable String finishReason,
        Instant createdAt) {

    static UsageRecordView of(UsageRecord record) {
        ModelCall call = record.call();
        CallOrigin origin = call.origin();
        TokenCounts tokens = call.tokens();
        CallCourse course = call.course();
        Charge charge = record.charge();
        TokenPrice price = charge == null ? null : charge.price();
        return new UsageRecordView(
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
                tokens.reasoningCounted(),
                tokens.total(),
                charge == null ? null : charge.costUsd().toPlainString(),
                price == null ? null : price.input().toPlainString(),
                price == null ? null : price.output().toPlainString(),
                charge == null ? null : charge.source(),
                charge == null ? null : (Boolean) charge.estimated(),
                course.durationMs(),
                course.firstTokenMs(),
                speed(call),
                course.streamed(),
                course.outcome(),
                course.finishReason(),
                record.createdAt());
    }

    private static @Nullable Double speed(ModelCall call) {
        Long speed = call.speed();
        return speed == null ? null : (Double) BigDecimal.valueOf(speed, 3).doubleValue();
    }
}
