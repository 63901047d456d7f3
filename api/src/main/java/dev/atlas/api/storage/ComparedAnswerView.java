package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.shadow.ShownAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store answered.
 *
 * @param keys of the records in their order; absent if the answer is not made of records
 * @param more true if the list goes on
 * @param yes of an answer that is yes or no
 * @param unreadable the column of a record that cannot be read, so that there is no answer
 */
@View
public record ComparedAnswerView(
        @Nullable List<String> keys,
        @Nullable Boolean more,
        @Nullable Boolean yes,
        @Nullable String unreadable) {

    static ComparedAnswerView of(ShownAnswer answer) {
        return switch (answer) {
            case ShownAnswer.Found(List<String> keys, boolean more) -> new ComparedAnswerView(keys, more, null, null);
            case ShownAnswer.Said(boolean value) -> new ComparedAnswerView(null, null, value, null);
            case ShownAnswer.Unreadable(String column) -> new ComparedAnswerView(null, null, null, column);
        };
    }
}
