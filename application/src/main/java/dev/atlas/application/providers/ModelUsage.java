package dev.atlas.application.providers;

/**
 * What an answer took, as the provider counts.
 *
 * <p>Whether the tokens of reasoning are among those of the answer:
 *
 * <ul>
 *   <li>OpenAI, Azure OpenAI, OpenRouter, OpenAI-compatible: yes; {@code completion_tokens_details.reasoning_tokens} is a
 *       part of {@code completion_tokens}. Source: OpenAI API reference, the object of a chat completion; OpenRouter, usage
 *       accounting.
 *   <li>Anthropic: yes; thinking is billed as output and is in {@code output_tokens}, and is not told apart, so {@code
 *       reasoning} is 0. Source: Anthropic, extended thinking. Tokens that were written to or read from its cache are not in
 *       {@code input_tokens}; they are added to {@code prompt} here. Source: Anthropic, prompt caching.
 *   <li>Gemini: no; {@code thoughtsTokenCount} is beside {@code candidatesTokenCount}. Source: Gemini API reference,
 *       UsageMetadata, where the total is the sum of prompt, candidates and thoughts.
 *   <li>Ollama: yes; {@code eval_count} is all that the model wrote, not told apart. Source: Ollama API, chat.
 * </ul>
 *
 * @param prompt tokens of what the model was sent
 * @param completion tokens of what it answered
 * @param reasoning tokens it thought with, as far as told
 * @param reasoningIncluded true if {@code reasoning} is a part of {@code completion}
 */
public record ModelUsage(long prompt, long completion, long reasoning, boolean reasoningIncluded) {

    public ModelUsage {
        if (prompt < 0 || completion < 0 || reasoning < 0) {
            throw new IllegalArgumentException("tokens are counted from 0");
        }
    }

    /** All that is priced as output, each token once. */
    public long output() {
        return reasoningIncluded ? completion : completion + reasoning;
    }
}
