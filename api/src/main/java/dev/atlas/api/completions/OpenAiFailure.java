package dev.atlas.api.completions;

import dev.atlas.api.http.Problem;
import dev.atlas.api.http.View;

/**
 * What went wrong in the middle of an answer that is streamed, as clients of OpenAI read it.
 *
 * @param error the same code and text as a problem has
 */
@View
public record OpenAiFailure(Problem.OpenAiError error) {

    static OpenAiFailure of(String code, String message) {
        return new OpenAiFailure(new Problem.OpenAiError(message, "api_error", code));
    }
}
