package dev.atlas.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatSessionTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Instant LATER = BEGUN.plusSeconds(1);

    private static ChatSession session(@Nullable String title) {
        return ChatSession.begun(
                new Id<>(new UUID(1, 1)), new Id<>(new UUID(2, 2)), new ChatDetails(title, null, null), BEGUN);
    }

    private static ChatEntry answer(@Nullable ChatUsage usage) {
        return new ChatEntry(
                ChatRole.ASSISTANT, MessageState.COMPLETE, "Because.", "openai", "gpt-5", usage, Json.Obj.EMPTY);
    }

    private static ChatUsage usage(long prompt, long completion, @Nullable String cost) {
        return new ChatUsage(prompt, completion, cost == null ? null : new BigDecimal(cost));
    }

    @Test
    void theFirstWordsOfTheOwnerAreTheTitle() {
        ChatSession fresh = session(null);
        assertThat(fresh.after(answer(null), LATER).title()).isNull();

        ChatSession named = fresh.after(ChatEntry.ofUser("x".repeat(75)), LATER);
        assertThat(named.title()).isEqualTo("x".repeat(60));
        assertThat(named.updatedAt()).isEqualTo(LATER);
        assertThat(named.after(ChatEntry.ofUser("else"), LATER).title()).isEqualTo("x".repeat(60));
        assertThat(session("mine").after(ChatEntry.ofUser("else"), LATER).title())
                .isEqualTo("mine");
        assertThat(session("  ").title()).isNull();
    }

    @Test
    void aTitleIsNeverCutWithinACharacter() {
        String words = "\n" + "\ud83d\ude00".repeat(61);
        assertThat(session(null).after(ChatEntry.ofUser(words), LATER).title()).isEqualTo("\ud83d\ude00".repeat(60));

        String family = "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67"; // five code points, seen as one
        String cutBeforeTheLast = "ab" + family.repeat(11);
        assertThat(session(null)
                        .after(ChatEntry.ofUser("ab" + family.repeat(30)), LATER)
                        .title())
                .isEqualTo(cutBeforeTheLast);
        assertThat(session(null)
                        .after(ChatEntry.ofUser("e" + "\u0301".repeat(500)), LATER)
                        .title())
                .isEqualTo("e" + "\u0301".repeat(59));
    }

    @Test
    void whatNobodyCanSeeIsNotSaid() {
        for (String unseen : List.of(" ", "\u00a0", "\u200b\n", "\u2028\u3000", "\ufeff")) {
            assertThatThrownBy(() -> ChatEntry.ofUser(unseen))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage("must not be blank");
        }
        assertThat(ChatEntry.ofUser("\u200b.").content()).isEqualTo("\u200b.");
    }

    @Test
    void theTotalsAreExact() {
        ChatTotals totals = session(null)
                .after(ChatEntry.ofUser("Why?"), LATER)
                .after(answer(usage(1000, 500, "0.0012345")), LATER)
                .after(answer(usage(Integer.MAX_VALUE, Integer.MAX_VALUE, "0.0000005")), LATER)
                .after(answer(usage(1, 2, null)), LATER)
                .after(answer(null), LATER)
                .totals();
        assertThat(totals)
                .isEqualTo(new ChatTotals(
                        5, 1001L + Integer.MAX_VALUE, 502L + Integer.MAX_VALUE, new BigDecimal("0.0012350"), 1));
    }

    @Test
    void aMessageTakesTheNextPlace() {
        ChatSession second = session(null).after(ChatEntry.ofUser("a"), LATER).after(ChatEntry.ofUser("b"), LATER);
        ChatMessage last = ChatMessage.last(new Id<>(new UUID(3, 3)), second, ChatEntry.ofUser("b"), LATER);
        assertThat(last.sequence()).isEqualTo(2);
        assertThat(last.ownerId()).isEqualTo(second.ownerId());
    }

    @Test
    void whatIsCompleteSaysSomething() {
        refused("content", () -> ChatEntry.ofUser(" \n"));
        refused("content", () -> ChatEntry.ofUser("x".repeat(ChatEntry.LONGEST + 1)));
        refused("content", () -> ChatEntry.ofUser("\ud83d"));
        assertThat(ChatEntry.ofUser(" a \n").content()).isEqualTo(" a \n");
        ChatEntry cut =
                new ChatEntry(ChatRole.ASSISTANT, MessageState.INTERRUPTED, "", null, null, null, Json.Obj.EMPTY);
        assertThat(cut.content()).isEmpty();
    }

    @Test
    void whatCannotHaveBeenTakenIsRefused() {
        refused("prompt_tokens", () -> usage(-1, 0, null));
        refused("completion_tokens", () -> usage(0, 1L + Integer.MAX_VALUE, null));
        refused("cost_usd", () -> usage(0, 0, "-0.1"));
        refused("cost_usd", () -> usage(0, 0, "1000000000000"));
        refused("cost_usd", () -> usage(0, 0, "0.0000000000000000001"));
        assertThat(usage(0, 0, "1E+3").costUsd()).isEqualTo(new BigDecimal("1000"));
    }

    private static void refused(String field, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.field())
                .isEqualTo(field));
    }
}
