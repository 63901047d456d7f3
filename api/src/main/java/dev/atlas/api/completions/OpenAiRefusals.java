package dev.atlas.api.completions;

import dev.atlas.application.Refusal;
import dev.atlas.application.providers.ProviderProblem;

/** Problems of providers such that clients of OpenAI repeat only what may succeed later: they repeat 409, too. */
final class OpenAiRefusals {

    private OpenAiRefusals() {}

    static Refusal of(ProviderProblem problem) {
        return switch (problem) {
            case ProviderProblem.ModelUnknown unknown -> new Refusal.NotFound(unknown.code(), unknown.message());
            case ProviderProblem.KeyRefused refused -> new Refusal.NotAllowed(refused.code(), refused.message());
            case ProviderProblem.QuotaExhausted empty -> new Refusal.NotAllowed(empty.code(), empty.message());
            default -> problem.refusal();
        };
    }
}
