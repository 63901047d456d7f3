package dev.atlas.domain.usage;

import dev.atlas.domain.InvalidValue;

/**
 * The tokens of one call, as the provider tells them: each from 0 to 2,147,483,647, and so is all that was answered.
 *
 * @param prompt of what the model was sent
 * @param completion of what it answered
 * @param reasoning of its reasoning
 * @param reasoningCounted true if {@code completion} counts those of its reasoning already
 */
public record TokenCounts(long prompt, long completion, long reasoning, boolean reasoningCounted) {

    public static final TokenCounts NONE = new TokenCounts(0, 0, 0, true);

    public TokenCounts {
        within("prompt_tokens", prompt);
        within("completion_tokens", completion);
        within("reasoning_tokens", reasoning);
        within("completion_tokens", output(completion, reasoning, reasoningCounted));
    }

    /** As far as counts that a provider tells can be: whatever it tells, the call is recorded. */
    public static TokenCounts told(long prompt, long completion, long reasoning, boolean reasoningCounted) {
        long answered = bounded(completion, Integer.MAX_VALUE);
        long thought = bounded(reasoning, reasoningCounted ? Integer.MAX_VALUE : Integer.MAX_VALUE - answered);
        return new TokenCounts(bounded(prompt, Integer.MAX_VALUE), answered, thought, reasoningCounted);
    }

    /** What is paid as an answer: every token of it and of its reasoning, once. */
    public long output() {
        return output(completion, reasoning, reasoningCounted);
    }

    /** All of them, each once. */
    public long total() {
        return prompt + output();
    }

    private static long bounded(long count, long most) {
        return Math.clamp(count, 0, most);
    }

    private static long output(long completion, long reasoning, boolean reasoningCounted) {
        return reasoningCounted ? completion : completion + reasoning;
    }

    private static void within(String field, long count) {
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new InvalidValue(field, "must be between 0 and " + Integer.MAX_VALUE);
        }
    }
}
