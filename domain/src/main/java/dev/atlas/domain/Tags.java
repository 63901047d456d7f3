package dev.atlas.domain;

import java.util.List;

/** The rule for lists of tags: at most 50, each trimmed, 1 to 100 code points; repeats are dropped, order is kept. */
public final class Tags {

    private static final int MAX_TAGS = 50;
    private static final int MAX_LENGTH = 100;

    private Tags() {}

    public static List<String> of(String field, List<String> tags) {
        List<String> distinct = tags.stream()
                .map(tag -> Text.required(field, tag, MAX_LENGTH))
                .distinct()
                .toList();
        if (distinct.size() > MAX_TAGS) {
            throw new InvalidValue(field, "must hold at most " + MAX_TAGS + " tags");
        }
        return distinct;
    }
}
