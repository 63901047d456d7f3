package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.ModelName;
import java.util.List;

/**
 * The models there are. Source: OpenAI API reference, "List models".
 *
 * @param object always {@code list}
 */
@View
public record OpenAiModels(String object, List<OpenAiModel> data) {

    /**
     * A model.
     *
     * @param id what to ask for: the provider and its model, such as {@code openai/gpt-5}
     * @param object always {@code model}
     * @param created always 0, as providers do not tell
     * @param ownedBy the provider
     */
    @View
    public record OpenAiModel(String id, String object, long created, String ownedBy) {

        static OpenAiModel of(ModelName name) {
            return new OpenAiModel(name.toString(), "model", 0, name.provider());
        }
    }

    static OpenAiModels of(List<ModelName> names) {
        return new OpenAiModels("list", names.stream().map(OpenAiModel::of).toList());
    }
}
